package uk.jointdesk.incident.merge.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.merge.domain.MergeRules;
import uk.jointdesk.incident.merge.domain.MergeRules.Objection;
import uk.jointdesk.incident.merge.domain.MergeRules.Party;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.servicelevel.life.TicketStatus;

/** Merges tickets. Both stay locked until it is done, so that two merges at once make no chain and no circle. */
@ApplicationScoped
public class Merges {

    private static final String PARTIES = """
            select t.reference, t.partner, t.status, exists (
              select from ticket other where other.merged_into = t.reference and other.status = 'MERGED'
                and other.partner is not distinct from t.partner) as absorbed
            from ticket t where t.reference = any (:references)
            """;

    private final ScopedDb db;

    public Merges(ScopedDb db) {
        this.db = db;
    }

    /** Makes the move when nothing speaks against it. */
    public Ticket merge(String reference, String into, Supplier<Ticket> move) {
        return db.write(handle -> {
            lock(handle, reference, into);
            Map<String, Party> parties = parties(handle, reference, into);
            if (!parties.containsKey(reference)) {
                throw Refusal.notFound();
            }
            if (!parties.containsKey(into)) {
                throw Refusal.refused(
                        "ticket-unknown",
                        "There is no such ticket to merge into.",
                        new FieldError("/into", "is unknown"));
            }
            MergeRules.objection(parties.get(reference), parties.get(into)).ifPresent(Merges::refuse);
            return move.get();
        });
    }

    private static void refuse(Objection objection) {
        FieldError into = new FieldError("/into", objection.detail());
        int status = objection == Objection.ACROSS_PARTNERS ? 422 : 409;
        throw new Refusal(status, objection.code(), objection.detail(), into);
    }

    /** A statement of its own: what the next one reads is what holds once both are locked. */
    private static void lock(Handle handle, String one, String other) {
        handle.createQuery(
                        "select reference from ticket where reference = any (:references) order by reference for update")
                .bindArray("references", String.class, one, other)
                .mapTo(String.class)
                .list();
    }

    private static Map<String, Party> parties(Handle handle, String one, String other) {
        return handle
                .createQuery(PARTIES)
                .bindArray("references", String.class, one, other)
                .map((row, context) -> new Party(
                        row.getString("reference"),
                        row.getString("partner"),
                        TicketStatus.valueOf(row.getString("status")),
                        row.getBoolean("absorbed")))
                .list()
                .stream()
                .collect(Collectors.toMap(Party::reference, Function.identity()));
    }
}
