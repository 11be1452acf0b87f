package uk.jointdesk.incident.majorincident.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.majorincident.domain.Triage;
import uk.jointdesk.incident.majorincident.store.SeriousTickets;
import uk.jointdesk.incident.web.Slice;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

/** What may be a major incident, by the triage criteria of the board pack of February 2019. */
@Path("/api/v1/major-incidents/candidates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Major incidents")
public class CandidateResource {

    private static final int A_WEEK = 10_080;

    private final SeriousTickets tickets;
    private final Duration window;
    private final Duration lookback;
    private final Clock clock;

    public CandidateResource(
            SeriousTickets tickets,
            @ConfigProperty(name = "jointdesk.major-incident.window") Duration window,
            @ConfigProperty(name = "jointdesk.major-incident.lookback") Duration lookback,
            Clock clock) {
        this.tickets = tickets;
        this.window = window;
        this.lookback = lookback;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER, Roles.BOARD_MEMBER, Roles.AUDITOR})
    @Operation(
            summary = "List candidates for a major incident",
            description =
                    "Several councils affected by the same thing; several P1, linked or not; a P1 that has used 75 % of"
                            + " its target and was escalated by the incident manager. Each names its tickets and why. Only open P1 and"
                            + " P2 are looked at.")
    public Page<CandidateView> candidates(
            @Parameter(description = "Minutes within which one ticket follows another, normally 240")
                    @QueryParam("windowMinutes")
                    Integer windowMinutes,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        Instant now = clock.instant();
        Duration within = windowMinutes == null ? window : Duration.ofMinutes(checked(windowMinutes));
        return Slice.of(Triage.candidates(tickets.open(now.minus(lookback), now), within), limit, cursor)
                .map(CandidateView::of);
    }

    private static int checked(int minutes) {
        if (minutes < 1 || minutes > A_WEEK) {
            throw Refusal.malformed(
                    "window-out-of-range",
                    "The window is a number of minutes from 1 to 10080.",
                    FieldError.query("windowMinutes", "1 to 10080"));
        }
        return minutes;
    }
}
