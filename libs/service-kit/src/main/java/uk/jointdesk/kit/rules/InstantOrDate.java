package uk.jointdesk.kit.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import uk.jointdesk.kit.time.Era;
import uk.jointdesk.servicelevel.calendar.Calendars;

/** Agreements are dated by days; a day begins at midnight in London. */
final class InstantOrDate extends JsonDeserializer<Instant> {

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant) context.handleUnexpectedToken(Instant.class, json);
        }
        String text = json.getText();
        try {
            Instant instant = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(Calendars.LONDON).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            return Era.holds(instant) ? instant : far(context, text);
        } catch (DateTimeException neither) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "neither a date nor an instant");
        }
    }

    private static Instant far(DeserializationContext context, String text) throws IOException {
        return (Instant) context.handleWeirdStringValue(Instant.class, text, "before 1990 or after 2199");
    }
}
