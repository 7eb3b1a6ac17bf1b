package dev.sendero.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.sendero.architecture.Modules.CLASSES;
import static dev.sendero.architecture.Modules.packagesForbiddenIn;
import static dev.sendero.architecture.Modules.packagesOf;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleArrowsTest {
    static Set<String> modules() {
        return Modules.all();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_uses_only_the_modules_that_the_architecture_gives_it(String module) {
        var forbidden = packagesForbiddenIn(module);
        if (forbidden.length == 0) {
            return;
        }
        noClasses()
                .that()
                .resideInAnyPackage(packagesOf(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void every_class_lives_in_the_package_of_a_module() {
        classes().should().resideInAnyPackage(packagesOf(Modules.all())).check(CLASSES);
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching("dev.sendero.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void only_the_engine_and_the_command_line_know_flink() {
        onlyIn("org.apache.flink..", "engine", "cli");
    }

    @Test
    void only_the_language_knows_the_yaml_parser() {
        onlyIn("org.snakeyaml..", "rules");
        onlyIn("org.yaml..");
    }

    @Test
    void only_the_store_speaks_sql() {
        onlyIn("java.sql..", "store");
        onlyIn("org.jdbi..", "store");
        onlyIn("org.flywaydb..", "store");
    }

    @Test
    void only_the_gateway_knows_the_web_server() {
        onlyIn("io.javalin..", "gateway");
        onlyIn("org.eclipse.jetty..", "gateway");
    }

    @Test
    void only_the_connectors_know_providers_protocols() {
        onlyIn("jakarta.mail..", "connectors");
        onlyIn("com.twilio..", "connectors");
        onlyIn("com.slack..", "connectors");
    }

    @Test
    void only_the_broker_module_knows_the_insides_of_a_broker() {
        onlyIn("kafka..", "broker");
        onlyIn("org.apache.kafka.server..", "broker");
        onlyIn("org.apache.kafka.metadata..", "broker");
    }

    @Test
    void only_the_command_line_prints() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packagesOf("cli"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    private static void onlyIn(String library, String... modules) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packagesOf(modules))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }
}
