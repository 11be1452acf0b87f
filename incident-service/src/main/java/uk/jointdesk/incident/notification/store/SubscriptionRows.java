package uk.jointdesk.incident.notification.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.incident.notification.domain.Channel;
import uk.jointdesk.incident.notification.domain.Interest;
import uk.jointdesk.incident.notification.domain.QuietHours;
import uk.jointdesk.incident.notification.domain.Subscription;
import uk.jointdesk.incident.ticket.store.Rows;

/** A subscription's row and what it means. */
@ApplicationScoped
public class SubscriptionRows {

    private final ObjectMapper json;

    public SubscriptionRows(ObjectMapper json) {
        this.json = json;
    }

    Subscription read(ResultSet row) throws SQLException {
        Channel channel = Channel.valueOf(row.getString("channel"));
        return new Subscription(
                row.getObject("id", UUID.class),
                row.getString("client"),
                row.getString("subject"),
                texts(row, "partners"),
                channel,
                row.getString(channel == Channel.WEBHOOK ? "url" : "address"),
                new Interest(
                        texts(row, "topics"),
                        row.getString("minimum_priority"),
                        row.getObject("minimum_threshold", Integer.class)),
                quietHours(row.getString("quiet_hours")),
                row.getBoolean("active"),
                row.getString("disabled_reason"),
                Rows.instant(row, "created_at"),
                row.getLong("version"));
    }

    String write(QuietHours quietHours) {
        try {
            return quietHours == null ? null : json.writeValueAsString(quietHours);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("quiet hours cannot be written", e);
        }
    }

    private QuietHours quietHours(String text) {
        try {
            return text == null ? null : json.readValue(text, QuietHours.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored quiet hours cannot be read", e);
        }
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
