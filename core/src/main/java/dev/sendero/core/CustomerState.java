package dev.sendero.core;

import dev.sendero.api.CustomerId;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.CustomerCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * All that is kept of one customer: profile, partial situations, runs, and the last event or deadline applied. Changed
 * in place by {@link Decider}; whoever keeps it copies it before it is changed.
 */
public final class CustomerState {

    private final Customer customer;

    private CustomerState(Customer customer) {
        this.customer = customer;
    }

    public static CustomerState fresh(CustomerId customer) {
        return new CustomerState(new Customer(customer));
    }

    public CustomerId customer() {
        return customer.id();
    }

    /**
     * Whether this state may be forgotten: it has no profile, nothing begun and no memory of entries. What is lost is
     * the position of the last event, so that an older event that comes after it is not known to be late.
     */
    public boolean isEmpty() {
        return customer.isEmpty();
    }

    /** Independent of this state from now on. */
    public CustomerState copy() {
        return new CustomerState(customer.copy());
    }

    public void writeTo(DataOutput output) throws IOException {
        CustomerCodec.write(customer, output);
    }

    /**
     * What {@link #writeTo} has written. It does not say whose it is: {@link #belongsTo} has to, before anything is
     * decided.
     *
     * @throws IOException when the bytes are not a state of a version that is known here
     */
    public static CustomerState readFrom(DataInput input) throws IOException {
        return new CustomerState(CustomerCodec.read(input));
    }

    /** Whether it is known whose state it is. */
    public boolean isKnown() {
        return customer.isKnown();
    }

    /** Says whose state it is. */
    public CustomerState belongsTo(CustomerId id) {
        customer.belongsTo(id);
        return this;
    }

    Customer content() {
        return customer;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerState that && customer.equals(that.customer);
    }

    @Override
    public int hashCode() {
        return customer.hashCode();
    }
}
