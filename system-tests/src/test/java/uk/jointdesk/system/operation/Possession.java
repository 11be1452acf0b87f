package uk.jointdesk.system.operation;

import java.util.Map;

/**
 * Something that is one partner's.
 *
 * @param name by which nobody else may know it
 * @param path where it is
 * @param imaginary where something of the same shape would be that does not exist
 */
public record Possession(Thing thing, String name, String path, String imaginary) {

    /** What else a path may ask for; none of it exists. */
    private static final Map<String, String> PARTS = Map.of("watcher", "somebody", "ending", "pdf");

    private static final String NOTHING = "00000000-0000-4000-8000-000000000000";

    public String real(Operation operation) {
        return path + rest(operation);
    }

    public String imaginary(Operation operation) {
        return imaginary + rest(operation);
    }

    /** Whether an operation is about the thing itself, and not a part of it. */
    public boolean isAt(Operation operation) {
        return thing.restOf(operation).isEmpty();
    }

    private String rest(Operation operation) {
        return Operation.filled(thing.restOf(operation), part -> PARTS.getOrDefault(part, NOTHING));
    }
}
