package uk.jointdesk.incident.bulkclosure.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.incident.bulkclosure.domain.Chosen;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.TicketBatches;
import uk.jointdesk.incident.ticket.store.TicketFilter;
import uk.jointdesk.incident.ticket.store.TicketList;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** Writes down which tickets a bulk closure is about, as they stand when they are chosen. */
@ApplicationScoped
public class Selections {

    /** More than one person can answer for in one decision. */
    private static final int MOST = 100_000;

    private static final String INSERT = "insert into bulk_closure_ticket (closure, reference, partner, priority, age,"
            + " chosen_version, chosen_status, state, cause) values (:closure, :reference, :partner, :priority, :age,"
            + " :version, :status, :state, :cause) on conflict do nothing";
    private static final String COPY = """
            insert into bulk_closure_ticket (closure, reference, partner, priority, age, chosen_version, chosen_status, state,
              cause)
            select :closure, reference, partner, priority, age, chosen_version, chosen_status, state, cause
            from bulk_closure_ticket where closure = :dryRun
            """;

    /** Of two that carry it out at once the second waits for the first, and finds it used. */
    private static final String USE =
            "update bulk_closure set carried_out_by = :closure where id = :id and carried_out_by is null";

    private final TicketList list;
    private final TicketBatches tickets;

    public Selections(TicketList list, TicketBatches tickets) {
        this.list = list;
        this.tickets = tickets;
    }

    /** What a bulk closure is about: a filter, named tickets, or what a dry run has shown. One of them is not null. */
    public record Selection(TicketFilter filter, List<String> references, UUID dryRun) {}

    void write(Handle handle, UUID closure, Selection selection, Instant asAt) {
        if (selection.dryRun() != null) {
            copy(handle, closure, selection.dryRun());
        } else if (selection.references() != null) {
            insert(handle, closure, named(handle, selection.references(), asAt));
        } else {
            writeFound(handle, closure, selection.filter(), asAt);
        }
    }

    private static void copy(Handle handle, UUID closure, UUID dryRun) {
        boolean planned = handle.createQuery("select count(*) from bulk_closure where id = :id and status = 'PLANNED'")
                        .bind("id", dryRun)
                        .mapTo(Long.class)
                        .one()
                > 0;
        if (!planned) {
            throw Refusal.refused(
                    "dry-run-unknown", "There is no such dry run.", new FieldError("/dryRunId", "is unknown"));
        }
        if (handle.createUpdate(USE).bind("id", dryRun).bind("closure", closure).execute() == 0) {
            throw Refusal.conflict("dry-run-used", "This dry run has been carried out; make another one.");
        }
        handle.createUpdate(COPY)
                .bind("closure", closure)
                .bind("dryRun", dryRun)
                .execute();
    }

    private List<Chosen> named(Handle handle, Collection<String> references, Instant asAt) {
        Map<String, Chosen> chosen = new LinkedHashMap<>();
        references.forEach(reference -> chosen.put(reference, Chosen.unknown(reference)));
        tickets.read(handle, references)
                .forEach(ticket -> chosen.put(ticket.identity().reference(), Chosen.of(ticket, asAt)));
        return new ArrayList<>(chosen.values());
    }

    private void writeFound(Handle handle, UUID closure, TicketFilter filter, Instant asAt) {
        int found = 0;
        String cursor = null;
        do {
            Page<Ticket> page = list.page(filter, TicketList.Order.LATEST_LOGGED, cursor, Limit.MOST);
            found += page.items().size();
            if (found > MOST) {
                throw Refusal.refused(
                        "selection-too-large",
                        "At most 100,000 tickets are closed in one go.",
                        new FieldError("/filter", "finds more than 100,000 tickets"));
            }
            insert(handle, closure, page.map(ticket -> Chosen.of(ticket, asAt)).items());
            cursor = page.next();
        } while (cursor != null);
    }

    private static void insert(Handle handle, UUID closure, List<Chosen> chosen) {
        if (chosen.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(INSERT);
        for (Chosen one : chosen) {
            batch.bind("closure", closure)
                    .bind("reference", one.reference())
                    .bind("partner", one.partner())
                    .bind("priority", one.priority())
                    .bind("age", text(one.age()))
                    .bind("version", one.version())
                    .bind("status", one.status())
                    .bind("state", one.cause() == null ? "PENDING" : "SKIPPED")
                    .bind("cause", text(one.cause()))
                    .add();
        }
        batch.execute();
    }

    private static String text(Enum<?> word) {
        return word == null ? null : word.name();
    }
}
