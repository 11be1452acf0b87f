package uk.jointdesk.incident.ticket.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.jointdesk.incident.catalogue.store.CatalogueStore;
import uk.jointdesk.incident.intake.web.SourceRights;
import uk.jointdesk.incident.queue.store.QueuesInForce;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/**
 * What a caller may say of a ticket that it opens. When it was logged and where it stands decide the clock the service is
 * judged by, so that is for the desk to say; a council names a team and an item that are there for it.
 */
@ApplicationScoped
public class OpeningRights {

    /** Offers and queues are dated in the partners' days. */
    private static final ZoneId LOCAL = ZoneId.of("Europe/London");

    private final TicketRights rights;
    private final SourceRights sources;
    private final QueuesInForce queues;
    private final CatalogueStore catalogue;
    private final Clock clock;

    public OpeningRights(
            TicketRights rights, SourceRights sources, QueuesInForce queues, CatalogueStore catalogue, Clock clock) {
        this.rights = rights;
        this.sources = sources;
        this.queues = queues;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    void check(NewTicket wanted) {
        rights.checkPartner(wanted.partner());
        if (wanted.source() != null) {
            sources.check(wanted.source().system(), "/source/system");
        }
        wanted.checkComplete();
        if (!rights.worksForDesk()) {
            refuseDesksFields(wanted);
            checkQueue(wanted);
            checkItem(wanted);
        }
    }

    private static void refuseDesksFields(NewTicket wanted) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("/loggedAt", wanted.loggedAt());
        said.put("/status", "NEW".equals(wanted.status()) ? null : wanted.status());
        said.put("/reason", wanted.reason());
        List<FieldError> errors = said.keySet().stream()
                .filter(pointer -> Objects.nonNull(said.get(pointer)))
                .map(pointer -> new FieldError(pointer, "is for the desk to say"))
                .toList();
        if (!errors.isEmpty()) {
            throw Refusal.refused(
                    "field-desks-only",
                    "A council's ticket is logged when it is sent, and new.",
                    errors.toArray(FieldError[]::new));
        }
    }

    private void checkQueue(NewTicket wanted) {
        boolean open = wanted.queue() == null
                || queues.read()
                        .reachable(wanted.queue(), wanted.partner())
                        .filter(queue -> queue.activeOn(today()))
                        .isPresent();
        if (!open) {
            throw Refusal.refused(
                    "queue-unknown",
                    "Nobody works in that queue for this partner.",
                    new FieldError("/queue", "is neither the shared service's nor the partner's own"));
        }
    }

    private void checkItem(NewTicket wanted) {
        boolean offered = wanted.catalogueItem() == null
                || catalogue
                        .find(wanted.catalogueItem())
                        .filter(item -> item.offeredTo(wanted.partner(), today()))
                        .isPresent();
        if (!offered) {
            throw Refusal.refused(
                    "not-offered",
                    "The item is not offered to this partner today.",
                    new FieldError("/catalogueItem", "is not offered to this partner"));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LOCAL);
    }
}
