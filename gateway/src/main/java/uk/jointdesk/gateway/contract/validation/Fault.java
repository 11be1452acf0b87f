package uk.jointdesk.gateway.contract.validation;

import java.util.Collection;
import java.util.List;
import uk.jointdesk.gateway.problem.FieldError;

/**
 * Where a request or an answer does not keep the contract.
 *
 * @param field the place, and what was expected there; nothing of what was sent is repeated
 * @param malformed whether it cannot be read at all (400), rather than being readable and against a rule (422)
 */
public record Fault(FieldError field, boolean malformed) {

    static final String MISSING = "is required";

    static Fault malformed(String pointer, String message) {
        return new Fault(new FieldError(pointer, message), true);
    }

    static Fault broken(String pointer, String message) {
        return new Fault(new FieldError(pointer, message), false);
    }

    static List<FieldError> fields(Collection<Fault> faults) {
        return faults.stream().map(Fault::field).toList();
    }

    String pointer() {
        return field.pointer();
    }

    String message() {
        return field.message();
    }

    @Override
    public String toString() {
        return pointer() + " " + message();
    }
}
