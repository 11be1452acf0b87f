package uk.jointdesk.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import uk.jointdesk.system.operation.SmallestBody;

/** A body that fits, in which something else is put at a place; what lies around the place is made up as it fits. */
record Draft(JsonNode body, SmallestBody smallest) {

    private static final String MARK = "~here~";
    private static final String QUOTED = "\"" + MARK + "\"";

    /** @param json what is to stand there, which may be no JSON at all */
    String with(Place place, String json) {
        JsonNode marked = marked(place);
        return marked.toString().replace(QUOTED, json);
    }

    /** The same at several places. */
    String with(List<Place> places, String json) {
        Draft all = this;
        for (Place place : places) {
            all = new Draft(all.marked(place), smallest);
        }
        return all.body.toString().replace(QUOTED, json);
    }

    /** The place is named twice, each time with what fits. */
    String twice(Place place) {
        String json = marked(place).toString();
        String name = place.steps().get(place.steps().size() - 1).name();
        String value = smallest.of(place.schema()).toString();
        String key = JsonNodeFactory.instance.textNode(name).toString();
        return json.replace(QUOTED, value + "," + key + ":" + value);
    }

    String without(Place place) {
        JsonNode marked = marked(place);
        JsonNode around = marked.at(place.pointer().substring(0, place.pointer().lastIndexOf('/')));
        if (around instanceof ObjectNode object) {
            object.remove(place.steps().get(place.steps().size() - 1).name());
        }
        return marked.toString();
    }

    private JsonNode marked(Place place) {
        JsonNode whole = body.deepCopy();
        JsonNode at = whole;
        List<Place.Step> steps = place.steps();
        for (int i = 0; i < steps.size(); i++) {
            at = i == steps.size() - 1 ? mark(at, steps.get(i)) : into(at, steps.get(i), steps.get(i + 1));
        }
        return whole;
    }

    private JsonNode into(JsonNode around, Place.Step step, Place.Step next) {
        JsonNode there = step.isElement() ? around.path(0) : around.path(step.name());
        boolean fits = next.isElement() ? there.isArray() : there.isObject();
        JsonNode inner = fits ? there : made(step, next);
        set(around, step, inner);
        return inner;
    }

    private JsonNode made(Place.Step step, Place.Step next) {
        JsonNode fitting = smallest.of(step.schema());
        if (next.isElement()) {
            return fitting.isArray() ? fitting.deepCopy() : JsonNodeFactory.instance.arrayNode();
        }
        return fitting.isObject() ? fitting.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode mark(JsonNode around, Place.Step step) {
        set(around, step, JsonNodeFactory.instance.textNode(MARK));
        return around;
    }

    private static void set(JsonNode around, Place.Step step, JsonNode value) {
        if (around instanceof ObjectNode object) {
            object.set(step.name(), value);
        } else if (around instanceof ArrayNode array) {
            if (array.isEmpty()) {
                array.add(value);
            } else {
                array.set(0, value);
            }
        }
    }
}
