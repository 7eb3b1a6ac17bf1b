package dev.sendero.core;

import dev.sendero.api.CustomerId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * All that is kept of one customer: profile, partial situations, runs, and the last event or deadline applied. Changed
 * in place by {@link Decider}; whoever keeps it copies it before it is changed.
 */
public final class CustomerState {

    private final CustomerId customer;

    private CustomerState(CustomerId customer) {
        this.customer = customer;
    }

    public static CustomerState fresh(CustomerId customer) {
        return new CustomerState(customer);
    }

    public CustomerId customer() {
        return customer;
    }

    /** Whether nothing is lost when this state is forgotten. */
    public boolean isEmpty() {
        return true;
    }

    public CustomerState copy() {
        return new CustomerState(customer);
    }

    public void writeTo(DataOutput output) throws IOException {
        output.writeUTF(customer.value());
    }

    public static CustomerState readFrom(DataInput input) throws IOException {
        return new CustomerState(new CustomerId(input.readUTF()));
    }
}
