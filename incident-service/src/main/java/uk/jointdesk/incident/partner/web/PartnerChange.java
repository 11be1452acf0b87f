package uk.jointdesk.incident.partner.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import uk.jointdesk.incident.partner.domain.Partner;
import uk.jointdesk.incident.ticket.web.Times;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** A JSON merge patch over a partner; code and kind stay what they are. */
final class PartnerChange {

    private static final List<String> CHANGEABLE =
            List.of("name", "parent", "host", "memberFrom", "memberTo", "calendar");

    private final JsonNode patch;

    PartnerChange(JsonNode patch) {
        if (patch == null || !patch.isObject()) {
            throw Refusal.malformed("body-malformed", "A merge patch is a JSON object.");
        }
        patch.fieldNames().forEachRemaining(PartnerChange::checkName);
        this.patch = patch;
    }

    Partner apply(Partner now) {
        return new Partner(
                now.code(),
                required("name", text("name", now.name())),
                now.kind(),
                text("parent", now.parent()),
                patch.has("host") ? patch.get("host").asBoolean() : now.host(),
                required("memberFrom", date("memberFrom", now.memberFrom())),
                date("memberTo", now.memberTo()),
                required("calendar", text("calendar", now.calendar())),
                now.version());
    }

    private static void checkName(String name) {
        if (!CHANGEABLE.contains(name)) {
            throw Refusal.refused(
                    "field-not-changeable",
                    "This field cannot be changed.",
                    new FieldError("/" + name, "cannot be changed"));
        }
    }

    private String text(String name, String now) {
        if (!patch.has(name)) {
            return now;
        }
        return patch.get(name).isNull() ? null : patch.get(name).asText();
    }

    private LocalDate date(String name, LocalDate now) {
        String text = text(name, now == null ? null : now.toString());
        try {
            return text == null ? null : Times.day(text);
        } catch (DateTimeException notADate) {
            throw Refusal.malformed(
                    "body-malformed", "A date is written 2021-06-07.", new FieldError("/" + name, "is not a date"));
        }
    }

    private static <T> T required(String name, T value) {
        if (value == null) {
            throw Refusal.refused(
                    "field-missing", "This field cannot be taken away.", new FieldError("/" + name, "is required"));
        }
        return value;
    }
}
