package dev.sendero.faults.debug;

import java.util.Arrays;

/**
 * The beginning of a method. The program that is stopped has the class path of this one, so a place that is not there any
 * more is found out before anything starts.
 *
 * @param parameters how many the method has
 */
public record CodePoint(String className, String method, int parameters) {

    /** @throws IllegalArgumentException when there is no such method, or more than one */
    public CodePoint {
        long found;
        try {
            found = Arrays.stream(Class.forName(className, false, CodePoint.class.getClassLoader())
                            .getDeclaredMethods())
                    .filter(declared ->
                            !declared.isSynthetic() && declared.getName().equals(method))
                    .filter(declared -> declared.getParameterCount() == parameters)
                    .count();
        } catch (ClassNotFoundException absent) {
            throw new IllegalArgumentException(
                    "kill point: the class " + className + " is not there any more (expected: name its successor)",
                    absent);
        }
        if (found != 1) {
            throw new IllegalArgumentException("kill point: " + found + " methods " + className + "." + method
                    + " with " + parameters + " parameters (expected: 1; name its successor)");
        }
    }

    @Override
    public String toString() {
        return className.substring(className.lastIndexOf('.') + 1) + "." + method;
    }
}
