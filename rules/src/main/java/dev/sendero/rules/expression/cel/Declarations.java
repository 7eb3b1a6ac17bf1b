package dev.sendero.rules.expression.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.sendero.rules.expression.CapturedItem;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.expression.Vocabulary;
import dev.sendero.rules.plan.PropertyType;
import dev.sendero.rules.plan.TrackingPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a vocabulary comes to in types of CEL. A number is declared as {@code double}; {@link Operators} lets it meet
 * whole numbers everywhere.
 */
final class Declarations {

    static final MapType OBJECT = MapType.create(SimpleType.STRING, SimpleType.DYN);

    private final TrackingPlan plan;
    private final Map<String, CelType> variables = new LinkedHashMap<>();
    private final List<CelType> structs = new ArrayList<>();

    private Declarations(TrackingPlan plan) {
        this.plan = plan;
    }

    static Declarations of(Vocabulary vocabulary, TrackingPlan plan) {
        var declarations = new Declarations(plan);
        declarations.declare(vocabulary);
        return declarations;
    }

    Map<String, CelType> variables() {
        return variables;
    }

    CelTypeProvider types() {
        var byName = ImmutableMap.copyOf(structs.stream().collect(Collectors.toMap(CelType::name, type -> type)));
        return new CelTypeProvider() {
            @Override
            public ImmutableCollection<CelType> types() {
                return byName.values();
            }

            @Override
            public Optional<CelType> findType(String typeName) {
                return Optional.ofNullable(byName.get(typeName));
            }
        };
    }

    private void declare(Vocabulary vocabulary) {
        Use use = vocabulary.use();
        if (use == Use.TRIGGER) {
            vocabulary.captured().forEach((name, item) -> variables.put(name, event(item.events(), false)));
        }
        variables.put("now", SimpleType.TIMESTAMP);
        if (use != Use.EVENT) {
            variables.put(
                    "profile",
                    struct(Map.of(
                            "id",
                            SimpleType.STRING,
                            "traits",
                            OBJECT,
                            "segments",
                            ListType.create(SimpleType.STRING))));
        }
        if (use == Use.TRIGGER || use == Use.EVENT_IN_RUN || use == Use.EVENT) {
            variables.put("event", event(vocabulary.events(), false));
        }
        if (use == Use.RUN || use == Use.EVENT_IN_RUN) {
            variables.put("run", run(vocabulary.captured()));
        }
    }

    private StructType run(Map<String, CapturedItem> captured) {
        var fields = new LinkedHashMap<String, CelType>();
        fields.put("trigger", event(Set.of(), false));
        captured.forEach((name, item) -> fields.put(name, event(item.events(), item.repeated())));
        return struct(fields);
    }

    private StructType event(Set<String> names, boolean repeated) {
        var fields = new LinkedHashMap<String, CelType>();
        fields.put("name", SimpleType.STRING);
        fields.put("timestamp", SimpleType.TIMESTAMP);
        fields.put("properties", properties(names));
        if (repeated) {
            fields.put("all", ListType.create(struct(fields)));
        }
        return struct(fields);
    }

    /** Typed only when the plan says something of each event that it may be. */
    private CelType properties(Set<String> names) {
        boolean known = !names.isEmpty()
                && names.stream().allMatch(name -> plan.event(name)
                        .filter(event -> !event.properties().isEmpty())
                        .isPresent());
        if (!known) {
            return OBJECT;
        }
        var fields = new LinkedHashMap<String, CelType>();
        plan.propertiesOf(names).forEach((name, type) -> fields.put(name, typeOf(type)));
        return struct(fields);
    }

    private static CelType typeOf(PropertyType type) {
        return switch (type) {
            case STRING -> SimpleType.STRING;
            case NUMBER -> SimpleType.DOUBLE;
            case BOOLEAN -> SimpleType.BOOL;
            case LIST -> ListType.create(SimpleType.DYN);
            case OBJECT -> OBJECT;
            case ANY -> SimpleType.DYN;
        };
    }

    private StructType struct(Map<String, CelType> fields) {
        var frozen = ImmutableMap.copyOf(fields);
        var struct = StructType.create(
                "sendero.Object" + structs.size(),
                ImmutableSet.copyOf(fields.keySet()),
                field -> Optional.ofNullable(frozen.get(field)));
        structs.add(struct);
        return struct;
    }

    /** The fields of what a path leads to; empty when it is no object with declared fields. */
    static List<String> fieldsOf(CelType type) {
        return type instanceof StructType struct ? ImmutableList.copyOf(struct.fieldNames()) : List.of();
    }

    /** The field below which a name may stand that the holder itself has not: {@code properties} or {@code traits}. */
    static Optional<String> openField(Optional<CelType> holder, String name) {
        return Stream.of("properties", "traits")
                .filter(field -> holder.filter(StructType.class::isInstance)
                        .flatMap(struct -> ((StructType) struct).findField(field))
                        .filter(found -> found.type().equals(OBJECT)
                                || fieldsOf(found.type()).contains(name))
                        .isPresent())
                .findFirst();
    }

    /** Whether {@code run} has an item of that name. */
    boolean hasItem(String name) {
        return variables.get("run") instanceof StructType run
                && run.fieldNames().contains(name);
    }
}
