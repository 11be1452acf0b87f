package uk.jointdesk.incident.live.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.live.store.OpenCounts;
import uk.jointdesk.kit.scope.Roles;

/** The backlog as it stands, for dashboards. */
@Path("/api/v1/tickets/counts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Live", description = "Backlog and demand as they are now")
public class CountsResource {

    private final OpenCounts counts;
    private final Clock clock;

    public CountsResource(OpenCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
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
            summary = "Count open tickets",
            description =
                    "Open, untriaged, on hold by reason, breached and due today, of the caller's partners, by partner and"
                            + " priority. Tickets that no desk has logged yet are in no figure.")
    public CountsView counts(@Parameter(description = "Only this partner's") @QueryParam("partner") String partner) {
        Instant now = clock.instant();
        return CountsView.of(now, counts.at(now, partner));
    }
}
