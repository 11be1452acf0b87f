package uk.jointdesk.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.jointdesk.system.operation.Contract;

/**
 * Somewhere in a body that its schema speaks of.
 *
 * @param steps from the outside inwards
 * @param required whether what stands around it requires it
 */
record Place(List<Step> steps, boolean required) {

    private static final int DEEPEST = 4;

    /**
     * @param name of a field; empty for the first element of a list
     * @param schema of what stands there
     */
    record Step(String name, JsonNode schema) {

        boolean isElement() {
            return name.isEmpty();
        }
    }

    Place {
        steps = List.copyOf(steps);
    }

    /** Every place below the whole body. */
    static List<Place> in(Contract contract, JsonNode schema) {
        List<Place> places = new ArrayList<>();
        collect(contract, whole(contract, schema), List.of(), places);
        return places;
    }

    private static void collect(Contract contract, JsonNode schema, List<Step> above, List<Place> places) {
        if (above.size() == DEEPEST) {
            return;
        }
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties")
                .properties()
                .forEach(field -> step(
                        contract,
                        new Step(field.getKey(), whole(contract, field.getValue())),
                        above,
                        places,
                        required));
        if (schema.has("items")) {
            step(contract, new Step("", whole(contract, schema.path("items"))), above, places, required);
        }
    }

    private static void step(Contract contract, Step step, List<Step> above, List<Place> places, Set<String> required) {
        List<Step> steps = new ArrayList<>(above);
        steps.add(step);
        places.add(new Place(steps, required.contains(step.name())));
        collect(contract, step.schema(), steps, places);
    }

    /** Of alternatives the first, as the smallest body takes it. */
    private static JsonNode whole(Contract contract, JsonNode declared) {
        JsonNode schema = contract.meant(declared);
        for (String alternative : List.of("allOf", "oneOf", "anyOf")) {
            if (schema.path(alternative).has(0)) {
                return whole(contract, schema.path(alternative).get(0));
            }
        }
        return schema;
    }

    JsonNode schema() {
        return steps.get(steps.size() - 1).schema();
    }

    boolean is(String type) {
        JsonNode declared = schema().path("type");
        if (declared.isArray()) {
            return declared.valueStream().anyMatch(one -> one.asText().equals(type));
        }
        return declared.asText().equals(type);
    }

    /** A text that may be any. */
    boolean isFreeText() {
        return is("string") && !schema().has("enum") && !isTime();
    }

    boolean isTime() {
        return is("string")
                && (schema().path("format").asText().startsWith("date")
                        || schema().path("format").asText().equals("year-month"));
    }

    boolean isAtTop() {
        return steps.size() == 1;
    }

    String pointer() {
        return steps.stream()
                .map(step -> "/" + (step.isElement() ? "0" : step.name()))
                .collect(Collectors.joining());
    }
}
