package dev.sendero.benchmarks.report;

import dev.sendero.benchmarks.contender.Outcome;
import dev.sendero.benchmarks.contender.Setup;

/** A run and what it said. */
public record Result(Setup setup, Outcome outcome) {}
