package dev.sendero.faults.process;

import java.io.IOException;

/** Runs a program that ends, at once and without a word, when the process that started it has ended in any way. */
public final class TiedToParent {

    private TiedToParent() {}

    /** @param arguments the program's class, and what it is given */
    public static void main(String[] arguments) throws Exception {
        var watch = new Thread(TiedToParent::endWithParent, "parent watch");
        watch.setDaemon(true);
        watch.start();
        String[] rest = new String[arguments.length - 1];
        System.arraycopy(arguments, 1, rest, 0, rest.length);
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
    }

    /** The other end of the standard input is the parent's: it closes when the parent is gone. */
    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException closed) {
            // As good as its end.
        }
        Runtime.getRuntime().halt(1);
    }
}
