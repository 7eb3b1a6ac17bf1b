package dev.sendero.architecture;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The modules, what each may use, and the compiled classes of all of them. */
final class Modules {
    /** In the order the data flows; a change here is a change of the architecture. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("api", Set.of()),
            entry("rules", Set.of("api")),
            entry("core", Set.of("rules", "api")),
            entry("broker", Set.of()),
            entry("engine", Set.of("core", "rules", "api")),
            entry("connectors", Set.of("api")),
            entry("store", Set.of("api")),
            entry("courier", Set.of("api", "rules", "store", "connectors")),
            entry("gateway", Set.of("api", "rules", "store")),
            entry(
                    "cli",
                    Set.of("api", "rules", "core", "broker", "engine", "connectors", "store", "courier", "gateway")),
            entry("benchmarks", Set.of("api", "rules", "core", "broker", "engine", "connectors", "store", "courier")),
            entry(
                    "faults",
                    Set.of(
                            "api",
                            "rules",
                            "core",
                            "broker",
                            "engine",
                            "connectors",
                            "store",
                            "courier",
                            "gateway",
                            "cli")));

    /** What ships; tests, benchmarks and faults may do more. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.sendero");

    private Modules() {}

    static Set<String> all() {
        return new TreeSet<>(MAY_USE.keySet());
    }

    static String[] packagesForbiddenIn(String module) {
        var forbidden = all();
        forbidden.remove(module);
        forbidden.removeAll(MAY_USE.get(module));
        return packagesOf(forbidden);
    }

    static String[] packagesOf(String... modules) {
        return packagesOf(List.of(modules));
    }

    static String[] packagesOf(Iterable<String> modules) {
        var packages = new TreeSet<String>();
        for (var module : modules) {
            packages.add("dev.sendero." + module + "..");
        }
        return packages.toArray(String[]::new);
    }
}
