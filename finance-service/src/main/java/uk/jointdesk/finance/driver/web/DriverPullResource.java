package uk.jointdesk.finance.driver.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.driver.TicketPull;
import uk.jointdesk.finance.driver.domain.Months;
import uk.jointdesk.finance.driver.domain.TicketCounts;
import uk.jointdesk.finance.driver.upstream.Tickets;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/driver-values/pull")
@Tag(name = "Drivers")
public class DriverPullResource {
    private static final int MOST_MONTHS = 36;
    private final Tickets tickets;
    private final TicketPull pull;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public DriverPullResource(Tickets tickets, TicketPull pull, WholeService wholeService, Idempotency idempotency) {
        this.tickets = tickets;
        this.pull = pull;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "pullDriverValues",
            summary = "Take values from the service that counts them",
            description = "Only `tickets`, from kpi-service: tickets logged by partner and month. Its answer is kept to"
                    + " the byte as evidence, with the definition and the time it was as at. A count that has changed"
                    + " since supersedes the former value.")
    @APIResponse(
            responseCode = "200",
            description = "What was counted and what became of it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TicketPull.Pulled.class)))
    @APIResponse(responseCode = "400", description = "A parameter cannot be read")
    @APIResponse(responseCode = "502", description = "kpi-service answered something of no use")
    @APIResponse(responseCode = "503", description = "kpi-service does not answer")
    public Response pull(
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("driver") String driver,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        wholeService.required();
        if (!TicketPull.DRIVER.equals(driver)) {
            throw Refusal.malformed(
                    "driver-not-pulled", "Only tickets can be pulled.", FieldError.query("driver", TicketPull.DRIVER));
        }
        Months months = months(MonthInput.query(from, "from"), MonthInput.query(to, "to"));
        // Asked before the transaction begins: another service's slowness must not hold one open.
        TicketCounts counts = tickets.logged(months);
        return idempotency.once(key, List.of("driver-values/pull", driver, months), () -> Response.ok(pull.take(counts))
                .build());
    }

    private static Months months(YearMonth from, YearMonth to) {
        boolean readable =
                from != null && to != null && !to.isBefore(from) && to.isBefore(from.plusMonths(MOST_MONTHS));
        if (!readable) {
            throw Refusal.malformed(
                    "months-malformed",
                    "Both months are needed, the last not before the first, at most " + MOST_MONTHS + " in all.",
                    FieldError.query("from", "such as 2021-04"),
                    FieldError.query("to", "such as 2021-06"));
        }
        return new Months(from, to);
    }
}
