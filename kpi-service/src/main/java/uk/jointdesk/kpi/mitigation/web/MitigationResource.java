package uk.jointdesk.kpi.mitigation.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.mitigation.Mitigations;
import uk.jointdesk.kpi.mitigation.domain.Mitigation;
import uk.jointdesk.kpi.mitigation.domain.MitigationState;
import uk.jointdesk.kpi.mitigation.domain.Outcome;
import uk.jointdesk.kpi.mitigation.domain.Request;
import uk.jointdesk.kpi.register.AudienceRights;
import uk.jointdesk.kpi.register.Today;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.RuleBroken;

/** Relief from the consequences of a missed target: asked for, decided about, taken back. */
@Path("/api/v1/mitigations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mitigations", description = "Relief from service points, never from a result")
public class MitigationResource {

    private final Mitigations mitigations;
    private final AudienceRights rights;
    private final Today today;
    private final Idempotency idempotency;

    public MitigationResource(Mitigations mitigations, AudienceRights rights, Today today, Idempotency idempotency) {
        this.mitigations = mitigations;
        this.rights = rights;
        this.today = today;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({
        Roles.SERVICE_DESK,
        Roles.PERFORMANCE_ANALYST,
        Roles.FINANCE_OFFICER,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE
    })
    @Operation(
            operationId = "listMitigations",
            summary = "List the mitigations",
            description = "The oldest first; only of indicators whose audience the caller belongs to.")
    public Page<MitigationView> list(
            @Parameter(description = "Only of this indicator") @QueryParam("kpi") String kpi,
            @Parameter(description = "REQUESTED, AGREED, REJECTED, EXPIRED or WITHDRAWN, as of today")
                    @QueryParam("state")
                    String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        MitigationState only = state == null ? null : Asked.word(MitigationState.class, "state", state);
        List<MitigationView> found = mitigations.readable().stream()
                .map(one -> MitigationView.of(one, today.day()))
                .filter(view -> kpi == null || kpi.equals(view.kpi()))
                .filter(view -> only == null || only == view.state())
                .toList();
        List<MitigationView> rest = found.stream()
                .skip(skipped(found, cursor))
                .limit(Limit.of(limit) + 1L)
                .toList();
        return Page.of(rest, Limit.of(limit), last -> Cursor.encode(last.id().toString()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Roles.SERVICE_DESK,
        Roles.PERFORMANCE_ANALYST,
        Roles.FINANCE_OFFICER,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE
    })
    @Operation(operationId = "readMitigation", summary = "Read a mitigation")
    @APIResponse(responseCode = "200", description = "The mitigation as it stands today")
    @APIResponse(responseCode = "404", description = "Unknown, or not for the caller")
    public MitigationView read(@PathParam("id") String id) {
        return MitigationView.of(mitigations.one(id), today.day());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PERFORMANCE_ANALYST)
    @Operation(
            operationId = "requestMitigation",
            summary = "Ask for relief",
            description = "For one indicator and the months named, with reason, dependency, impact and path to green.")
    @APIResponse(
            responseCode = "201",
            description = "Asked for; the board has not decided yet",
            headers = @Header(name = "Location", description = "Where it is read"),
            content = @Content(schema = @Schema(implementation = MitigationView.class)))
    @APIResponse(responseCode = "422", description = "The indicator is unknown or not measured then, or it has expired")
    public Response request(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewMitigation body) {
        rights.checkWritable();
        Kpi kpi = mitigations.kpi(body.kpi()).orElseThrow(() -> new RuleBroken("kpi-unknown", "/kpi", "is unknown"));
        Request request = body.toRequest(kpi, today.day());
        return idempotency.once(
                key, Map.of("path", "mitigations", "body", body), () -> created(mitigations.request(request)));
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(
            operationId = "decideMitigation",
            summary = "Agree to a mitigation or reject it",
            description =
                    "Once, by somebody else than who asked, before it expires. One mitigation a month and indicator"
                            + " can be agreed.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MitigationView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not for the caller")
    @APIResponse(
            responseCode = "409",
            description = "It is decided or expired, one's own, or a month is relieved already")
    public Response decide(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewDecision body) {
        rights.checkWritable();
        Mitigation asked = mitigations.one(id);
        if (body.outcome() == Outcome.WITHDRAWN) {
            throw new RuleBroken("outcome-refused", "/outcome", "AGREED or REJECTED; it is withdrawn elsewhere");
        }
        Map<String, Object> sent = Map.of("path", "mitigations/" + asked.id() + "/decision", "body", body);
        return idempotency.once(key, sent, () -> answer(mitigations.decide(asked, body.outcome(), body.reason())));
    }

    @POST
    @Path("{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PERFORMANCE_ANALYST, Roles.BOARD_MEMBER})
    @Operation(
            operationId = "withdrawMitigation",
            summary = "Take a mitigation back",
            description =
                    "A request by who works with it; an agreed one by the board, after which its months count again.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MitigationView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not for the caller")
    @APIResponse(responseCode = "409", description = "There is nothing to withdraw, or only the board can")
    public Response withdraw(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, @NotNull @Valid Withdrawal body) {
        rights.checkWritable();
        Mitigation asked = mitigations.one(id);
        Map<String, Object> sent = Map.of("path", "mitigations/" + asked.id() + "/withdrawal", "body", body);
        return idempotency.once(key, sent, () -> answer(mitigations.decide(asked, Outcome.WITHDRAWN, body.reason())));
    }

    private static int skipped(List<MitigationView> found, String cursor) {
        if (cursor == null) {
            return 0;
        }
        String last = Cursor.decode(cursor, 1).get(0);
        List<String> ids = found.stream().map(view -> view.id().toString()).toList();
        if (!ids.contains(last)) {
            throw Cursor.invalid();
        }
        return ids.indexOf(last) + 1;
    }

    private Response created(Mitigation one) {
        return Response.created(URI.create("/api/v1/mitigations/" + one.id()))
                .entity(MitigationView.of(one, today.day()))
                .build();
    }

    private Response answer(Mitigation one) {
        return Response.ok(MitigationView.of(one, today.day())).build();
    }
}
