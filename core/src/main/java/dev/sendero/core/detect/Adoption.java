package dev.sendero.core.detect;

import dev.sendero.core.state.Customer;
import dev.sendero.core.state.InheritedPartial;
import dev.sendero.core.state.Partial;
import dev.sendero.core.state.Partials;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes over partial situations as version 1 of the state had them. A sequence counts for the version that it was of
 * and for no other, since it is not known how long its items took.
 */
final class Adoption {

    private final Catalogue catalogue;

    Adoption(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void adopt(Customer customer) {
        for (InheritedPartial inherited : customer.inherited()) {
            Shape shape = catalogue.shapeOf(inherited.journey());
            if (shape instanceof SequenceShape sequence
                    && inherited.item() < sequence.form().items().size()) {
                adopt(customer, inherited, sequence);
            } else if (shape instanceof SilenceShape silence) {
                adopt(customer, inherited, silence);
            }
        }
        customer.forgetInherited();
    }

    private void adopt(Customer customer, InheritedPartial inherited, SequenceShape shape) {
        var partial = new Partial(
                shape.id(),
                inherited.key(),
                Partial.NO_VALUE,
                inherited.journey(),
                inherited.firstEvent(),
                inherited.firstAt());
        partial.stand(
                inherited.item(),
                inherited.count(),
                inherited.lastEvent(),
                inherited.anchor().millis(),
                inherited.anchor().event().isEmpty());
        partial.captured(byItem(inherited));
        partial.trigger(inherited.trigger());
        partial.deadline(inherited.deadline());
        customer.partials().add(partial, shape.place(partial.item()));
    }

    private Map<String, Object> byItem(InheritedPartial inherited) {
        List<String> names = catalogue.capturedNames(inherited.journey());
        Map<String, Object> byItem = new HashMap<>();
        inherited.captured().forEach((name, event) -> byItem.put(Integer.toString(names.lastIndexOf(name)), event));
        return byItem;
    }

    /** Versions of one shape had a silence each, with the same newest event. What was reported has left no trace. */
    private static void adopt(Customer customer, InheritedPartial inherited, SilenceShape shape) {
        var partial = new Partial(shape.id(), "", Partial.NO_VALUE, null, inherited.firstEvent(), inherited.firstAt());
        partial.fired(Math.max(0, customer.position().millis() - inherited.firstAt()));
        partial.trigger(inherited.trigger());
        partial.deadline(shape.due(partial));
        Partials partials = customer.partials();
        for (int index = 0; index < partials.size(); index++) {
            if (partials.get(index).shape() == shape.id()) {
                if (partials.get(index).firstAt() >= partial.firstAt()) {
                    return;
                }
                partials.remove(index);
                break;
            }
        }
        if (partial.deadline() != Shape.HOPELESS) {
            partials.add(partial, shape.place(0));
        }
    }
}
