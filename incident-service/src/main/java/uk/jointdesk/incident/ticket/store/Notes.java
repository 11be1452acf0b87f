package uk.jointdesk.incident.ticket.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.ticket.domain.FirstContact;
import uk.jointdesk.incident.ticket.domain.Note;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

/** Notes beside a ticket's events. */
@ApplicationScoped
public class Notes {

    /**
     * A ticket and all that was merged into it; desks name the survivor by their own reference. Whatever an integration
     * tells of its own tickets, it does nothing to another partner's.
     */
    private static final String ABSORBED = """
            with recursive absorbed as (
              select reference, source, source_reference, partner from ticket where reference = :ticket
              union
              select t.reference, t.source, t.source_reference, t.partner
              from absorbed a join ticket t on t.merged_into = any (array[a.reference, a.source_reference])
                and (t.merged_into = a.reference or t.source = a.source) and t.status = 'MERGED'
                and t.partner is not distinct from a.partner)
            """;

    private static final String NOTES =
            ABSORBED + "select * from note where ticket = :ticket or ticket in (select reference from absorbed)"
                    + " order by at, id";
    private static final String EFFORT =
            ABSORBED + "select ticket, sum(minutes) as minutes from note where minutes is not null"
                    + " and (:internal or visibility = 'PUBLIC')"
                    + " and (ticket = :ticket or ticket in (select reference from absorbed)) group by ticket order by ticket";

    private final ScopedDb db;
    private final Caller caller;
    private final Tickets tickets;

    public Notes(ScopedDb db, Caller caller, Tickets tickets) {
        this.db = db;
        this.caller = caller;
        this.tickets = tickets;
    }

    /** 404 when the ticket is unknown or not the caller's to write to. */
    public void checkWritable(String reference) {
        if (db.read(handle -> TicketRows.find(handle, reference, false)).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    /** Writes a note; if it is the first contact that counts as a response, that becomes a fact with it. */
    public Note add(String reference, Note note) {
        return add(reference, note, note.at());
    }

    /** The same for what was said at an instant in the past. */
    public Note add(String reference, Note note, Instant saidAt) {
        return db.write(handle -> {
            Ticket ticket = TicketRows.find(handle, reference, false).orElseThrow(Refusal::notFound);
            // The ticket is locked before the note refers to it: two notes at once would wait for each other otherwise.
            if (FirstContact.isBy(agent(), note) && FirstContact.isDue(ticket)) {
                tickets.change(reference, null, seen -> FirstContact.fact(seen.ticket(), seen.history(), saidAt));
            }
            insert(handle, reference, ticket.partner(), note);
            return note;
        });
    }

    private boolean agent() {
        return caller.hasRole(Roles.SERVICE_DESK) || caller.hasRole(Roles.INCIDENT_MANAGER);
    }

    private static void insert(Handle handle, String reference, String holder, Note note) {
        handle.createUpdate("insert into note (id, ticket, held_by, at, author, visibility, text, minutes, automatic)"
                        + " values (:id, :ticket, :holder, :at, :author, :visibility, :text, :minutes, :automatic)")
                .bind("id", note.id())
                .bind("ticket", reference)
                .bind("holder", holder)
                .bind("at", Rows.utc(note.at()))
                .bind("author", note.author())
                .bind("visibility", note.internal() ? "INTERNAL" : "PUBLIC")
                .bind("text", note.text())
                .bind("minutes", note.minutes())
                .bind("automatic", note.automatic())
                .execute();
    }

    /**
     * The notes that the scope may read, in order, with those of the tickets merged into this one; of a ticket handed on,
     * those written before.
     */
    public List<Note> of(String reference) {
        return db.read(handle -> handle.createQuery(NOTES)
                .bind("ticket", reference)
                .map((row, context) -> new Note(
                        row.getObject("id", UUID.class),
                        Rows.instant(row, "at"),
                        row.getString("author"),
                        row.getString("visibility").equals("INTERNAL"),
                        row.getString("text"),
                        row.getObject("minutes", Integer.class),
                        row.getBoolean("automatic"),
                        reference.equals(row.getString("ticket")) ? null : row.getString("ticket")))
                .list());
    }

    /** How long somebody worked on a ticket, by the notes on it. */
    public record Effort(String ticket, long minutes) {}

    /** The work on a ticket and on those merged into it, with or without what internal notes say of it. */
    public List<Effort> effort(String reference, boolean internal) {
        return db.read(handle -> handle.createQuery(EFFORT)
                .bind("ticket", reference)
                .bind("internal", internal)
                .map((row, context) -> new Effort(row.getString("ticket"), row.getLong("minutes")))
                .list());
    }
}
