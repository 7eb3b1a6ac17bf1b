package dev.sendero.rules.journey;

/** What recognises a journey's situations: {@code detector}. */
public enum DetectorChoice {
    /** The engine's own, which all journeys share. */
    BUILT_IN,
    /** The machine of Flink CEP, hosted in the engine: the same matches, at a multiple of the cost. It alone runs {@code cep} triggers. */
    FLINK_CEP
}
