package uk.jointdesk.incident.ticket.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.incident.ticket.domain.Note;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;

/** Notes beside a ticket's events. */
@ApplicationScoped
public class Notes {

    private final ScopedDb db;

    public Notes(ScopedDb db) {
        this.db = db;
    }

    /** 404 when the ticket is unknown or not the caller's to write to. */
    public void checkWritable(String reference) {
        if (db.read(handle -> TicketRows.find(handle, reference, false)).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    public Note add(String reference, Note note) {
        return db.write(handle -> {
            String holder = TicketRows.find(handle, reference, false)
                    .orElseThrow(Refusal::notFound)
                    .partner();
            handle.createUpdate("insert into note (id, ticket, held_by, at, author, visibility, text)"
                            + " values (:id, :ticket, :holder, :at, :author, :visibility, :text)")
                    .bind("id", note.id())
                    .bind("ticket", reference)
                    .bind("holder", holder)
                    .bind("at", Rows.utc(note.at()))
                    .bind("author", note.author())
                    .bind("visibility", note.internal() ? "INTERNAL" : "PUBLIC")
                    .bind("text", note.text())
                    .execute();
            return note;
        });
    }

    /** The notes that the scope may read, in order; of a ticket handed on, those written before. */
    public List<Note> of(String reference) {
        return db.read(handle -> handle.createQuery("select * from note where ticket = :ticket order by at, id")
                .bind("ticket", reference)
                .map((row, context) -> new Note(
                        row.getObject("id", UUID.class),
                        Rows.instant(row, "at"),
                        row.getString("author"),
                        row.getString("visibility").equals("INTERNAL"),
                        row.getString("text")))
                .list());
    }
}
