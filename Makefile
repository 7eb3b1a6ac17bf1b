# What a developer does here. `make` lists the verbs.
.DEFAULT_GOAL := help
.PHONY: help test slow faults kill-task-managers contracts reference fuzz bench bench-courier bench-reload bench-memory bench-parsing bench-backtest format demo ci clean

MVN := ./mvnw -B -ntp

# Flink and Kafka look into the JDK (jvm.opens in pom.xml).
OPENS := $(foreach package,java.lang java.net java.nio java.text java.time java.util java.util.concurrent \
  java.util.concurrent.atomic java.util.concurrent.locks sun.net.util,--add-opens=java.base/$(package)=ALL-UNNAMED)

help: ## list the verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-19s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

test: ## compile with every check and run all tests but the slow ones
	$(MVN) -q verify

slow: ## run only the slow tests: faults and load
	$(MVN) -Pslow -Denforcer.skip -Dspotless.check.skip verify

faults: ## break running Senderos on purpose and count what is lost or sent twice; ARGS="--list", ARGS="--seeds 2 --only kill-*"
	@$(MVN) -q -pl faults -am -Dmaven.test.skip=true -Denforcer.skip -Dspotless.check.skip package >&2
	@mkdir -p faults/target/runs
	@java -Xmx512m -XX:+UseSerialGC $(OPENS) -Djava.io.tmpdir="$(CURDIR)/faults/target/runs" \
	  -Dlogback.configurationFile=fault/harness.logback.xml \
	  -cp "$$(ls faults/target/sendero-faults-*.jar):$$(cat faults/target/class-path)" \
	  dev.sendero.faults.Faults $(ARGS)

kill-task-managers: ## kill -9 task managers under load; SEEDS=20 says how often, SEED=1 with which seed to begin
	$(MVN) -q -Pslow -Denforcer.skip -Dspotless.check.skip -pl faults -am verify \
	  -Dtest=KilledTaskManagerTest -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dsendero.seeds=$(or $(SEEDS),20) -Dsendero.seed=$(or $(SEED),1)

contracts: ## hold requests to vendors' own descriptions of their APIs, which lie in FOLDER=…
	$(MVN) -q -Denforcer.skip -Dspotless.check.skip -pl connectors -am test -Dtest='*DescriptionTest' \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dtest.groups=contracts -Dtest.excludedGroups= -Dsendero.contracts=$(abspath $(FOLDER))

reference: ## write docs/reference anew: the reference of the language and the schemas for editors
	$(MVN) -q -Denforcer.skip -pl rules -am test -Dtest=GeneratedFilesTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=true

fuzz: ## break the files of all examples 20,000 times, and print how long a look at each took; MUTATIONS=1000 SEED=1
	$(MVN) -q -Pslow -Denforcer.skip -Dspotless.check.skip -pl rules -am verify \
	  -Dtest=MutatedExamplesTest -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dsendero.mutations=$(or $(MUTATIONS),20000) -Dsendero.seed=$(or $(SEED),1) -Dsendero.allowed=100

bench-courier: ## measure what the promise of delivery costs, and one provider that hangs; ARGS="--help" says what can be chosen
	@$(MVN) -q -pl benchmarks -am -Dmaven.test.skip=true -Denforcer.skip -Dspotless.check.skip package >&2
	@mkdir -p benchmarks/target/runs
	@java -Xms1g -Xmx1g -XX:+UseParallelGC $(OPENS) -Djava.io.tmpdir="$(CURDIR)/benchmarks/target/runs" \
	  -cp "$$(ls benchmarks/target/sendero-benchmarks-*.jar):$$(cat benchmarks/target/class-path)" \
	  dev.sendero.benchmarks.courier.CourierBench $(ARGS)

bench: ## compare the engine with others; ARGS="--help" says what can be chosen
	@$(MVN) -q -pl benchmarks -am -Dmaven.test.skip=true -Denforcer.skip -Dspotless.check.skip package >&2
	@mkdir -p benchmarks/target/runs
	@java -Xmx512m -XX:+UseSerialGC -Djava.io.tmpdir="$(CURDIR)/benchmarks/target/runs" \
	  -cp "$$(ls benchmarks/target/sendero-benchmarks-*.jar):$$(cat benchmarks/target/class-path)" \
	  dev.sendero.benchmarks.Bench $(ARGS)

bench-reload: ## change journeys while events flow; ARGS="--help" says what can be chosen
	@$(MVN) -q -pl benchmarks -am -Dmaven.test.skip=true -Denforcer.skip -Dspotless.check.skip package >&2
	@mkdir -p benchmarks/target/runs
	@java -Xms4g -Xmx4g -XX:+AlwaysPreTouch -XX:+UseParallelGC $(OPENS) -Djava.io.tmpdir="$(CURDIR)/benchmarks/target/runs" \
	  -cp "$$(ls benchmarks/target/sendero-benchmarks-*.jar):$$(cat benchmarks/target/class-path)" \
	  dev.sendero.benchmarks.reload.ReloadBenchmark $(ARGS)

bench-memory: ## measure what customers cost in checkpoints and memory; ARGS="--help" says what can be chosen
	@$(MVN) -q -pl benchmarks -am -Dmaven.test.skip=true -Denforcer.skip -Dspotless.check.skip package >&2
	@mkdir -p benchmarks/target/runs
	@java -Xmx512m -XX:+UseSerialGC -Djava.io.tmpdir="$(CURDIR)/benchmarks/target/runs" \
	  -cp "$$(ls benchmarks/target/sendero-benchmarks-*.jar):$$(cat benchmarks/target/class-path)" \
	  dev.sendero.benchmarks.memory.MemoryBench $(ARGS)

bench-parsing: ## measure how many events one core reads
	@$(MVN) -q -pl benchmarks -am -Dmaven.test.skip=true -Denforcer.skip -Dspotless.check.skip package >&2
	@java -Xmx512m -XX:+UseSerialGC \
	  -cp "$$(ls benchmarks/target/sendero-benchmarks-*.jar):$$(cat benchmarks/target/class-path)" \
	  dev.sendero.benchmarks.parsing.ParsingBench

bench-backtest: ## backtest five million events in 1 GiB: the cookbook, and random journeys beside the plain loop
	@$(MVN) -q -pl benchmarks,cli -am -Dmaven.test.skip=true -Denforcer.skip -Dspotless.check.skip package >&2
	@mkdir -p benchmarks/target/runs/backtest
	@java -Xmx2g -cp "$$(ls benchmarks/target/sendero-benchmarks-*.jar):$$(cat benchmarks/target/class-path)" \
	  dev.sendero.benchmarks.backtest.CookbookHistory benchmarks/target/runs/backtest/cookbook.jsonl $$(test ! -t 2 || echo --progress)
	SENDERO_JAVA_OPTS=-Xmx1g ./sendero backtest examples/cookbook \
	  --events benchmarks/target/runs/backtest/cookbook.jsonl --report benchmarks/target/runs/backtest/cookbook.html
	@java -Xmx2g -cp "$$(ls benchmarks/target/sendero-benchmarks-*.jar):$$(cat benchmarks/target/class-path)" \
	  dev.sendero.benchmarks.backtest.ShopOnDisk benchmarks/target/runs/backtest
	SENDERO_JAVA_OPTS=-Xmx1g ./sendero backtest benchmarks/target/runs/backtest/project \
	  --events benchmarks/target/runs/backtest/events.jsonl --report benchmarks/target/runs/backtest/report.html >/dev/null
	@$(MAKE) -s bench ARGS="--contender loop --journeys 10 --events 5000000 --customers 250000 --runs 1 --heap 8g"

format: ## lay out all sources as the build asks
	$(MVN) -q spotless:apply

demo: ## run the shop of examples/shop in one process
	./sendero demo

ci: ## everything that is checked before a merge, on a machine that may be bare
	bash .ci/run

clean: ## remove everything that was built
	$(MVN) -q clean
