package uk.jointdesk.incident.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** A JSON merge patch over an entry of a register: the fields it names, each as it is to be. */
public final class MergePatch {

    private static final int LONGEST = 200;

    private final JsonNode patch;

    public MergePatch(JsonNode patch, Collection<String> changeable) {
        if (patch == null || !patch.isObject()) {
            throw Refusal.malformed("body-malformed", "A merge patch is a JSON object.");
        }
        patch.fieldNames().forEachRemaining(name -> {
            if (!changeable.contains(name)) {
                throw refusal("field-not-changeable", name, "cannot be changed");
            }
        });
        this.patch = patch;
    }

    public boolean names(String field) {
        return patch.has(field);
    }

    public JsonNode value(String field) {
        return patch.get(field);
    }

    /** A text that may be taken away. */
    public String text(String field, String now) {
        if (!patch.has(field)) {
            return now;
        }
        JsonNode value = patch.get(field);
        if (value.isNull()) {
            return null;
        }
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > LONGEST) {
            throw refusal("field-invalid", field, "is a text of at most " + LONGEST + " characters");
        }
        return value.textValue();
    }

    /** A day that may be taken away. */
    public LocalDate date(String field, LocalDate now) {
        String text = text(field, now == null ? null : now.toString());
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw refusal("field-invalid", field, "is a date such as 2021-06-07");
        }
    }

    /** Refuses to take away what an entry must have. */
    public static <T> T required(String field, T value) {
        if (value == null) {
            throw refusal("field-missing", field, "is required");
        }
        return value;
    }

    private static Refusal refusal(String code, String field, String message) {
        return Refusal.refused(code, "The entry cannot be changed like this.", new FieldError("/" + field, message));
    }
}
