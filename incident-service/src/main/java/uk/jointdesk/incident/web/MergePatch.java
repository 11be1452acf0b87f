package uk.jointdesk.incident.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.time.Era;

/** A JSON merge patch: what it names is changed, what it sets to null is taken away, the rest stays. */
public final class MergePatch {

    private static final int LONGEST_LIST = 100;

    private final JsonNode patch;
    private final Map<String, Integer> longest;

    /** @param longest the fields that may be changed, each with its greatest length */
    public MergePatch(JsonNode patch, Map<String, Integer> longest) {
        if (patch == null || !patch.isObject()) {
            throw Refusal.malformed("body-malformed", "A merge patch is a JSON object.");
        }
        patch.fieldNames().forEachRemaining(name -> {
            if (!longest.containsKey(name)) {
                throw refused("field-not-changeable", name, "cannot be changed here");
            }
        });
        this.patch = patch;
        this.longest = longest;
    }

    public boolean has(String name) {
        return patch.has(name);
    }

    public JsonNode get(String name) {
        return patch.get(name);
    }

    /** A text that cannot be taken away. */
    public String required(String name, String now) {
        String text = text(name, now);
        if (has(name) && (text == null || text.isBlank())) {
            throw refused("field-invalid", name, "is a text");
        }
        return text;
    }

    public String text(String name, String now) {
        if (!has(name)) {
            return now;
        }
        return patch.get(name).isNull() ? null : checkedText(name, patch.get(name));
    }

    public boolean flag(String name, boolean now) {
        if (!has(name)) {
            return now;
        }
        if (!patch.get(name).isBoolean()) {
            throw refused("field-invalid", name, "is true or false");
        }
        return patch.get(name).booleanValue();
    }

    public LocalDate date(String name, LocalDate now) {
        String text = text(name, null);
        try {
            return has(name) ? (text == null ? null : day(text)) : now;
        } catch (DateTimeException notADate) {
            throw refused("field-invalid", name, "is a date such as 2021-06-07");
        }
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (!Era.holds(day)) {
            throw new DateTimeException("lies before 1990 or after 2199");
        }
        return day;
    }

    /** A date that cannot be taken away. */
    public LocalDate requiredDate(String name, LocalDate now) {
        LocalDate date = date(name, now);
        if (date == null) {
            throw refused("field-invalid", name, "is required");
        }
        return date;
    }

    public <E extends Enum<E>> E word(String name, Class<E> words, E now) {
        String text = text(name, null);
        if (!has(name) || text == null) {
            return has(name) ? null : now;
        }
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(() -> refused("field-invalid", name, "is one of " + List.of(words.getEnumConstants())));
    }

    public List<String> texts(String name, List<String> now) {
        if (!has(name)) {
            return now;
        }
        JsonNode list = patch.get(name);
        if (!list.isArray() || list.size() > LONGEST_LIST) {
            throw refused("field-invalid", name, "is a list of at most " + LONGEST_LIST + " texts");
        }
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(checkedText(name, text)));
        return texts;
    }

    public static Refusal refused(String code, String name, String message) {
        return Refusal.refused(code, "It cannot be changed like this.", new FieldError("/" + name, message));
    }

    private String checkedText(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw refused("field-invalid", name, "is a text");
        }
        if (value.textValue().length() > longest.get(name)) {
            throw refused("field-too-long", name, "has more than " + longest.get(name) + " characters");
        }
        return value.textValue();
    }
}
