package uk.jointdesk.incident.escalation.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.escalation.store.EscalationFilter;
import uk.jointdesk.incident.escalation.store.Escalations;
import uk.jointdesk.incident.escalation.store.ManualEscalations;
import uk.jointdesk.incident.ticket.store.Tickets;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.scope.Roles;

/** The escalations of one ticket. */
@Path("/api/v1/tickets/{reference}/escalations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Escalations")
public class TicketEscalationResource {

    private final Tickets tickets;
    private final Escalations escalations;
    private final ManualEscalations manual;

    public TicketEscalationResource(Tickets tickets, Escalations escalations, ManualEscalations manual) {
        this.tickets = tickets;
        this.escalations = escalations;
        this.manual = manual;
    }

    @GET
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR
    })
    @Operation(
            summary = "List a ticket's escalations",
            description = "Thresholds that its clocks have reached, and what people said, in order.")
    @APIResponse(responseCode = "200", description = "All of them on one page")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public Page<EscalationView> list(@PathParam("reference") String reference) {
        Instant heldUntil = tickets.see(reference).heldUntil();
        EscalationFilter ofTicket = new EscalationFilter(reference, null, null, null, null, heldUntil);
        Stream<EscalationView> byClock =
                escalations.page(ofTicket, null, Limit.MOST).items().stream().map(EscalationView::of);
        Stream<EscalationView> byPeople = manual.of(reference).stream()
                .filter(each -> heldUntil == null || each.at().isBefore(heldUntil))
                .map(EscalationView::of);
        return Page.whole(Stream.concat(byClock, byPeople)
                .sorted(Comparator.comparing(EscalationView::announcedAt).thenComparing(EscalationView::id))
                .toList());
    }
}
