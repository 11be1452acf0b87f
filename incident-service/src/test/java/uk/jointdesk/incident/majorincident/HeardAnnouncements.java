package uk.jointdesk.incident.majorincident;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.jointdesk.incident.Database;
import uk.jointdesk.incident.notification.Announcement;

/** What was left in the outbox. */
@ApplicationScoped
public class HeardAnnouncements {

    private final ObjectMapper json;

    public HeardAnnouncements(ObjectMapper json) {
        this.json = json;
    }

    /** What was announced of one major incident, in order. */
    List<Announcement> of(String majorIncident) {
        List<Announcement> heard = new ArrayList<>();
        try (Connection connection = Database.asTheService("*");
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select * from announcement where payload ->> 'majorIncident' = '"
                                + majorIncident + "' order by occurred_at, recorded_at, partner")) {
            while (rows.next()) {
                heard.add(announcement(rows));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return heard;
    }

    private Announcement announcement(ResultSet row) throws SQLException {
        try {
            return new Announcement(
                    row.getObject("id", UUID.class),
                    row.getString("topic"),
                    row.getString("partner"),
                    row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                    row.getObject("deliver_after", OffsetDateTime.class).toInstant(),
                    json.readValue(row.getString("payload"), new TypeReference<Map<String, Object>>() {}));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
