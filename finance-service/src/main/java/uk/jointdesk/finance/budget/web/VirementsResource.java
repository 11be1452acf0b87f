package uk.jointdesk.finance.budget.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.Choice;
import uk.jointdesk.finance.budget.domain.BudgetChange;
import uk.jointdesk.finance.budget.domain.ChangeKind;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/virements")
@Tag(name = "Budgets")
public class VirementsResource {
    private final ChangeRequests requests;
    private final Idempotency idempotency;

    public VirementsResource(ChangeRequests requests, Idempotency idempotency) {
        this.requests = requests;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "listVirements",
            summary = "Virements in the order they were asked for",
            description = "Asked for, approved and rejected ones.")
    public Page<ChangeView> list(
            @QueryParam("financialYear") String financialYear,
            @Parameter(description = "REQUESTED, APPROVED or REJECTED") @QueryParam("status") String status,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return requests.page(
                financialYear,
                ChangeKind.VIREMENT,
                Choice.of("status", status, BudgetChange.Status.class),
                limit,
                cursor);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "readVirement",
            summary = "One virement",
            description = "With the board's decision, if there is one.")
    public ChangeView one(@PathParam("id") UUID id) {
        return ChangeView.of(requests.find(id, ChangeKind.VIREMENT));
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "requestVirement",
            summary = "Ask for a virement",
            description =
                    "The amounts add up to nothing, capital does not pay for revenue, and no line comes below zero. It counts when the board has approved it.")
    @APIResponse(
            responseCode = "201",
            description = "Asked for; the board has not decided yet",
            headers = @Header(name = "Location", description = "Where it is read"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangeView.class)))
    @APIResponse(responseCode = "422", description = "It does not add up, or a line cannot take it")
    public Response request(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid ChangeInput.Virement body) {
        BudgetChange change = requests.read(body.asChange());
        return idempotency.once(key, Map.of("path", "virements", "body", body), () -> {
            ChangeView requested = requests.request(change);
            return Response.created(URI.create("/api/v1/virements/" + requested.id()))
                    .entity(requested)
                    .build();
        });
    }

    @POST
    @Path("{id}/decision")
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(
            operationId = "decideVirement",
            summary = "Approve or reject a virement",
            description = "By another than the one who asked. Once approved it counts in the revised budget.")
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangeView.class)))
    @APIResponse(responseCode = "403", description = "The caller asked for it")
    @APIResponse(responseCode = "409", description = "It was decided on before")
    public Response decide(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") UUID id,
            @NotNull @Valid ChangeInput.Decision body) {
        BudgetChange change = requests.find(id, ChangeKind.VIREMENT);
        return idempotency.once(key, Map.of("path", "virements/" + id + "/decision", "body", body), () -> Response.ok(
                        requests.decide(change, body))
                .build());
    }
}
