package uk.jointdesk.incident.ticket.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.ticket.store.Tickets;
import uk.jointdesk.incident.ticket.web.SlaView.Question;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.life.TicketLife;

/** Whether a ticket was, is or will be good enough. */
@Path("/api/v1/tickets/{reference}/sla")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class SlaResource {

    private final Tickets tickets;
    private final Clock clock;

    public SlaResource(Tickets tickets, Clock clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.DESK_INTEGRATION,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR
    })
    @Operation(
            summary = "Explain a ticket's clock",
            description =
                    "What the clock says at an instant, with the rules it rests on and the segments that add up to the"
                            + " elapsed time.")
    @APIResponse(responseCode = "200", description = "The verdict and its explanation")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public SlaView read(
            @PathParam("reference") String reference,
            @Parameter(
                            description =
                                    "The clock of the first RESPONSE, or that of the RESOLUTION as it is unless said"
                                            + " otherwise")
                    @QueryParam("metric")
                    String metric,
            @Parameter(description = "The instant of the judgement, if not now") @QueryParam("asOf") String asOf) {
        Tickets.Seen seen = tickets.see(reference);
        Instant instant = asOf == null ? clock.instant() : Times.at(asOf, "asOf");
        TicketLife known = seen.history().life().asAt(instant);
        Question question = new Question(reference, metric(metric), instant);
        return SlaView.of(question, known, tickets.judge(reference, question.metric(), instant));
    }

    private static Metric metric(String name) {
        if (name == null) {
            return Metric.RESOLUTION;
        }
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed(
                        "metric-unknown",
                        "There is no such clock.",
                        FieldError.query("metric", "is RESPONSE or RESOLUTION")));
    }
}
