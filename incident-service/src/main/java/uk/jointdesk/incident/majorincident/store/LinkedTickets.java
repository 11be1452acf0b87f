package uk.jointdesk.incident.majorincident.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.majorincident.domain.Entry;
import uk.jointdesk.incident.majorincident.domain.LinkRole;
import uk.jointdesk.incident.majorincident.domain.LinkedTicket;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;

/** The tickets of major incidents, as far as the scope sees them. */
@ApplicationScoped
public class LinkedTickets {

    private final ScopedDb db;

    public LinkedTickets(ScopedDb db) {
        this.db = db;
    }

    /** The tickets of a major incident, the one that stands for it first. */
    public List<LinkedTicket> of(String incident) {
        return db.read(handle -> of(handle, incident));
    }

    static List<LinkedTicket> of(Handle handle, String incident) {
        return handle.createQuery("select t.reference, t.partner, t.status, m.role from major_incident_ticket m"
                        + " join ticket t on t.reference = m.ticket where m.major_incident = :incident"
                        + " order by m.role desc, t.reference")
                .bind("incident", incident)
                .map((row, context) -> new LinkedTicket(
                        row.getString("reference"),
                        row.getString("partner"),
                        row.getString("status"),
                        LinkRole.valueOf(row.getString("role"))))
                .list();
    }

    /** Which of these tickets belong to a major incident, with the latest of each. */
    public Map<String, String> among(Collection<String> tickets) {
        return tickets.isEmpty() ? Map.of() : db.read(handle -> among(handle, tickets));
    }

    static Map<String, String> among(Handle handle, Collection<String> tickets) {
        return handle
                .createQuery("select l.ticket, max(l.major_incident) as incident from major_incident_ticket l"
                        + " where l.ticket = any(:tickets) group by l.ticket")
                .bindArray("tickets", String.class, tickets.toArray())
                .map((row, context) -> Map.entry(row.getString("ticket"), row.getString("incident")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A ticket and whose it is. */
    record Known(String reference, String partner) {}

    static Optional<Known> ticket(Handle handle, String reference) {
        return handle.createQuery("select reference, partner from ticket where reference = :reference")
                .bind("reference", reference)
                .map((row, context) -> new Known(row.getString("reference"), row.getString("partner")))
                .findOne();
    }

    /** Links a ticket; false when it is linked already. */
    static boolean link(Handle handle, String incident, String ticket, LinkRole role, Entry told) {
        return handle.createUpdate("insert into major_incident_ticket (major_incident, ticket, role, linked_at,"
                                + " linked_by) values (:incident, :ticket, :role, :at, :by) on conflict do nothing")
                        .bind("incident", incident)
                        .bind("ticket", ticket)
                        .bind("role", role.name())
                        .bind("at", Rows.utc(told.at()))
                        .bind("by", told.by())
                        .execute()
                > 0;
    }

    static boolean unlink(Handle handle, String incident, String ticket) {
        return handle.createUpdate(
                                "delete from major_incident_ticket where major_incident = :incident and ticket = :ticket")
                        .bind("incident", incident)
                        .bind("ticket", ticket)
                        .execute()
                > 0;
    }
}
