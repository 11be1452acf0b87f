package uk.jointdesk.incident.ticket.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.Notes;
import uk.jointdesk.incident.ticket.store.Tickets;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.servicelevel.life.TicketStatus;

/** How long the desk worked on a ticket. */
@Path("/api/v1/tickets/{reference}/effort")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class EffortResource {

    private final Tickets tickets;
    private final Notes notes;
    private final TicketRights rights;

    public EffortResource(Tickets tickets, Notes notes, TicketRights rights) {
        this.tickets = tickets;
        this.notes = notes;
        this.rights = rights;
    }

    /** Minutes of work and the tickets on which they were written down. */
    public record EffortView(
            String reference,
            long minutes,

            @Schema(description = "Where the minutes were written down: this ticket and those merged into it")
            List<Notes.Effort> parts,

            @Schema(description = "The ticket that counts the work, when this one was merged into it")
            String countedOn) {}

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
            summary = "Read the work on a ticket",
            description =
                    "The minutes of its notes, as far as the caller reads them. When tickets are merged, the survivor counts the work on all of them"
                            + " and the others count none, so that nothing is counted twice.")
    @APIResponse(responseCode = "200", description = "The minutes and where they come from")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public EffortView read(@PathParam("reference") String reference) {
        Ticket ticket = tickets.see(reference).ticket();
        if (ticket.status() == TicketStatus.MERGED) {
            return new EffortView(reference, 0, List.of(), ticket.mergedInto());
        }
        List<Notes.Effort> parts = notes.effort(reference, rights.readsInternal());
        return new EffortView(
                reference, parts.stream().mapToLong(Notes.Effort::minutes).sum(), parts, null);
    }
}
