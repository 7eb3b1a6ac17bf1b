package dev.sendero.rules.expression.cel;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.Operator;
import dev.cel.common.exceptions.CelBadFormatException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import dev.cel.runtime.CelStandardFunctions;
import dev.sendero.rules.expression.DurationText;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.expression.fast.Equality;
import dev.sendero.rules.expression.fast.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where our expressions differ from standard CEL: a JSON number is one kind of number, whether it came as 20 or 20.5;
 * {@code ==} and {@code in} on values of different kinds are errors and not false; durations have days and weeks.
 */
final class Operators {

    private static final CelType WHOLE = SimpleType.INT;
    private static final CelType FRACTION = SimpleType.DOUBLE;
    private static final List<CelType> NUMBERS = List.of(WHOLE, FRACTION);
    private static final ListType ANY_LIST = ListType.create(SimpleType.DYN);
    private static final MapType ANY_MAP = MapType.create(SimpleType.DYN, SimpleType.DYN);

    private Operators() {}

    static CelStandardDeclarations standardDeclarations() {
        return CelStandardDeclarations.newBuilder()
                .excludeFunctions(
                        CelStandardDeclarations.StandardFunction.EQUALS,
                        CelStandardDeclarations.StandardFunction.NOT_EQUALS,
                        CelStandardDeclarations.StandardFunction.IN,
                        CelStandardDeclarations.StandardFunction.OLD_IN,
                        CelStandardDeclarations.StandardFunction.DIVIDE,
                        CelStandardDeclarations.StandardFunction.UINT,
                        CelStandardDeclarations.StandardFunction.BYTES,
                        CelStandardDeclarations.StandardFunction.DYN,
                        CelStandardDeclarations.StandardFunction.TYPE)
                .build();
    }

    static CelStandardFunctions standardFunctions() {
        return CelStandardFunctions.newBuilder()
                .excludeFunctions(
                        CelStandardFunctions.StandardFunction.EQUALS,
                        CelStandardFunctions.StandardFunction.NOT_EQUALS,
                        CelStandardFunctions.StandardFunction.IN,
                        CelStandardFunctions.StandardFunction.LESS,
                        CelStandardFunctions.StandardFunction.LESS_EQUALS,
                        CelStandardFunctions.StandardFunction.GREATER,
                        CelStandardFunctions.StandardFunction.GREATER_EQUALS,
                        CelStandardFunctions.StandardFunction.DIVIDE,
                        CelStandardFunctions.StandardFunction.DURATION)
                .build();
    }

    static List<CelFunctionDecl> declarations() {
        return List.of(
                function(Operator.EQUALS, equality("equals")),
                function(Operator.NOT_EQUALS, equality("not_equals")),
                function(Operator.IN, membership()),
                function(Operator.DIVIDE, arithmetic("divide", NUMBERS, true)),
                function(Operator.ADD, arithmetic("add", NUMBERS, false)),
                function(Operator.SUBTRACT, arithmetic("subtract", NUMBERS, false)),
                function(Operator.MULTIPLY, arithmetic("multiply", NUMBERS, false)));
    }

    private static CelFunctionDecl function(Operator operator, List<CelOverloadDecl> overloads) {
        return CelFunctionDecl.newFunctionDeclaration(operator.getFunction(), overloads);
    }

    private static List<CelOverloadDecl> equality(String prefix) {
        var overloads = new ArrayList<CelOverloadDecl>();
        for (CelType left : NUMBERS) {
            for (CelType right : NUMBERS) {
                overloads.add(overload(prefix, SimpleType.BOOL, left, right));
            }
        }
        for (CelType type : List.of(
                SimpleType.STRING, SimpleType.BOOL, SimpleType.TIMESTAMP, SimpleType.DURATION, ANY_LIST, ANY_MAP)) {
            overloads.add(overload(prefix, SimpleType.BOOL, type, type));
        }
        return overloads;
    }

    private static List<CelOverloadDecl> membership() {
        var overloads = new ArrayList<CelOverloadDecl>();
        for (CelType left : NUMBERS) {
            for (CelType right : NUMBERS) {
                overloads.add(overload("in", SimpleType.BOOL, left, ListType.create(right)));
            }
        }
        for (CelType type : List.of(SimpleType.STRING, SimpleType.BOOL, SimpleType.TIMESTAMP, SimpleType.DURATION)) {
            overloads.add(overload("in", SimpleType.BOOL, type, ListType.create(type)));
        }
        overloads.add(
                overload("in", SimpleType.BOOL, SimpleType.STRING, MapType.create(SimpleType.STRING, SimpleType.DYN)));
        return overloads;
    }

    /** The overloads that standard CEL lacks: all of them, or only those that mix whole numbers and fractions. */
    private static List<CelOverloadDecl> arithmetic(String prefix, List<CelType> numbers, boolean all) {
        var overloads = new ArrayList<CelOverloadDecl>();
        for (CelType left : numbers) {
            for (CelType right : numbers) {
                if (all || left != right) {
                    overloads.add(overload(prefix, FRACTION, left, right));
                }
            }
        }
        return overloads;
    }

    private static CelOverloadDecl overload(String prefix, CelType result, CelType left, CelType right) {
        String id = prefix + "_sendero_" + idOf(left) + "_" + idOf(right);
        return CelOverloadDecl.newGlobalOverload(id, result, left, right);
    }

    private static String idOf(CelType type) {
        var id = new StringBuilder(type.kind().name().toLowerCase(Locale.ROOT));
        type.parameters().forEach(parameter -> id.append('_').append(idOf(parameter)));
        return id.toString();
    }

    static Set<CelFunctionBinding> bindings() {
        var bindings = new LinkedHashSet<CelFunctionBinding>();
        bindings.addAll(binary(Operator.EQUALS, (left, right) -> known(Equality.of(left, right))));
        bindings.addAll(binary(Operator.NOT_EQUALS, (left, right) -> !known(Equality.of(left, right))));
        bindings.addAll(binary(Operator.IN, (left, right) -> known(Equality.isIn(left, right))));
        bindings.addAll(binary(Operator.LESS, (left, right) -> compare(left, right) < 0));
        bindings.addAll(binary(Operator.LESS_EQUALS, (left, right) -> compare(left, right) <= 0));
        bindings.addAll(binary(Operator.GREATER, (left, right) -> compare(left, right) > 0));
        bindings.addAll(binary(Operator.GREATER_EQUALS, (left, right) -> compare(left, right) >= 0));
        bindings.addAll(CelFunctionBinding.fromOverloads(
                Operator.ADD.getFunction(),
                CelFunctionBinding.from("add_long_double", Long.class, Double.class, (a, b) -> a + b),
                CelFunctionBinding.from("add_double_long", Double.class, Long.class, (a, b) -> a + b)));
        bindings.addAll(CelFunctionBinding.fromOverloads(
                Operator.SUBTRACT.getFunction(),
                CelFunctionBinding.from("subtract_long_double", Long.class, Double.class, (a, b) -> a - b),
                CelFunctionBinding.from("subtract_double_long", Double.class, Long.class, (a, b) -> a - b)));
        bindings.addAll(CelFunctionBinding.fromOverloads(
                Operator.MULTIPLY.getFunction(),
                CelFunctionBinding.from("multiply_long_double", Long.class, Double.class, (a, b) -> a * b),
                CelFunctionBinding.from("multiply_double_long", Double.class, Long.class, (a, b) -> a * b)));
        bindings.addAll(CelFunctionBinding.fromOverloads(
                Operator.DIVIDE.getFunction(),
                CelFunctionBinding.from("divide_numbers", Number.class, Number.class, Operators::divide)));
        bindings.addAll(CelFunctionBinding.fromOverloads(
                "duration",
                CelFunctionBinding.from("string_to_duration_with_days", String.class, Operators::duration),
                CelFunctionBinding.from("duration_to_duration_same", Duration.class, same -> same)));
        return bindings;
    }

    private static Set<CelFunctionBinding> binary(
            Operator operator, CelFunctionOverload.Binary<Object, Object> definition) {
        String name = operator.getFunction();
        return CelFunctionBinding.fromOverloads(
                name, CelFunctionBinding.from(name, Object.class, Object.class, definition));
    }

    private static boolean known(Truth truth) {
        if (truth == Truth.UNKNOWN) {
            throw differentKinds();
        }
        return truth == Truth.TRUE;
    }

    private static int compare(Object left, Object right) {
        return Order.compare(left, right).orElseThrow(Operators::differentKinds);
    }

    private static CelBadFormatException differentKinds() {
        return new CelBadFormatException("values of different kinds cannot be compared");
    }

    /** As numbers divide: 7 / 2 is 3.5. By zero is an error, not infinite. */
    private static Double divide(Number dividend, Number divisor) {
        if (divisor.doubleValue() == 0) {
            throw new CelBadFormatException("division by zero");
        }
        return dividend.doubleValue() / divisor.doubleValue();
    }

    private static Duration duration(String text) {
        return DurationText.parse(text)
                .orElseThrow(() -> new CelBadFormatException("duration (expected: such as 90s, 30m, 24h, 3d, 2w)"));
    }
}
