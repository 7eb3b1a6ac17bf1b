package dev.sendero.store;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** In what the databases differ that understand the same statements. */
sealed interface DatabaseKind permits Sqlite, Postgresql {

    /** The type of a column that numbers the rows in the order in which they come. */
    String identityColumn();

    /** Runs a write when it may run beside other writes. */
    <T> T inOrder(Supplier<T> write);

    /** Runs a transaction whose commit does not wait for the disk. */
    <T> T inLazyTransaction(Handle handle, Function<Handle, T> change);
}
