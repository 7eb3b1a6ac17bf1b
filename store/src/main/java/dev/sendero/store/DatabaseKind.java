package dev.sendero.store;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** In what the databases differ that understand the same statements. */
sealed interface DatabaseKind permits Sqlite, Postgresql {

    /** The type of a column that numbers the rows in the order in which they come. */
    String identityColumn();

    /**
     * How a SELECT ends that takes rows for its transaction alone and leaves out those that another transaction has
     * taken.
     */
    String takingUntaken();

    /** Runs a transaction when it may run beside others; again when the database undid it for another one's sake. */
    <T> T inOrder(Supplier<T> transaction);

    /** See {@link Database#clean}. */
    void clean(Jdbi jdbi);

    /** Runs a transaction whose commit does not wait for the disk. */
    <T> T inLazyTransaction(Handle handle, Function<Handle, T> change);
}
