package uk.jointdesk.incident.split.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import uk.jointdesk.incident.link.domain.LinkKind;
import uk.jointdesk.incident.link.domain.LinkRules.Edge;
import uk.jointdesk.incident.link.store.Links;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.Tickets;
import uk.jointdesk.kit.db.ScopedDb;

/** Splits tickets: all parts are opened and linked, or none. */
@ApplicationScoped
public class Splits {

    private final ScopedDb db;
    private final Tickets tickets;
    private final Links links;

    public Splits(ScopedDb db, Tickets tickets, Links links) {
        this.db = db;
        this.tickets = tickets;
        this.links = links;
    }

    /** What a part's first event is, for the reference it was given and the original it comes from. */
    public interface Part extends BiFunction<Ticket.Identity, Ticket, Fact> {}

    /**
     * Opens the parts of a ticket.
     *
     * @param expectedVersion the version the caller read, or null when it need not have read one
     * @param told what the original says of it
     */
    public List<Ticket> split(
            String reference, Long expectedVersion, Function<Tickets.Seen, Fact> told, List<Part> parts) {
        return db.write(handle -> {
            Ticket original = tickets.change(reference, expectedVersion, seen -> Optional.of(told.apply(seen)));
            List<Ticket> opened = new ArrayList<>();
            for (Part part : parts) {
                Ticket ticket = tickets.open(
                        original.partner(), null, null, identity -> List.of(part.apply(identity, original)));
                links.add(new Edge(LinkKind.SPLIT_FROM, ticket.identity().reference(), reference));
                opened.add(ticket);
            }
            return opened;
        });
    }
}
