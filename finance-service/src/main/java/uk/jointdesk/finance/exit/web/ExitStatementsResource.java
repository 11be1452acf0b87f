package uk.jointdesk.finance.exit.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.exit.domain.ExitStatement;
import uk.jointdesk.finance.exit.store.ExitStatements;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/exit-statements")
@Tag(name = "Bills")
public class ExitStatementsResource {
    private final ExitStatements statements;
    private final Exits exits;
    private final Caller caller;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public ExitStatementsResource(
            ExitStatements statements, Exits exits, Caller caller, WholeService wholeService, Idempotency idempotency) {
        this.statements = statements;
        this.exits = exits;
        this.caller = caller;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    /** A statement in a list. */
    @Schema(name = "ExitStatementEntry")
    public record Entry(UUID id, String partner, LocalDate leavingOn, ExitView.Status status, Instant draftedAt) {}

    @GET
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR})
    @Operation(
            operationId = "listExitStatements",
            summary = "Exit statements",
            description = "A council sees its own, once they are final.")
    @APIResponse(responseCode = "200", description = "All of them; there are few")
    public Page<Entry> list() {
        return Page.whole(statements.all().stream()
                .map(this::entry)
                .filter(entry -> caller.scope().all() || entry.status() == ExitView.Status.FINAL)
                .toList());
    }

    private Entry entry(ExitStatement statement) {
        boolean settled = statements.finalOf(statement.id()).isPresent();
        return new Entry(
                statement.id(),
                statement.partner(),
                statement.leavingOn(),
                settled ? ExitView.Status.FINAL : ExitView.Status.DRAFT,
                statement.draftedAt());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR})
    @Operation(operationId = "oneExitStatement", summary = "An exit statement; a final one as it was settled")
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ExitView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is not the caller's, or not final yet")
    public Response one(@PathParam("id") UUID id) {
        ExitStatement statement = statements.find(id).orElseThrow(Refusal::notFound);
        Optional<ExitStatements.Final> settled = statements.finalOf(id);
        if (settled.isPresent()) {
            return Response.ok(settled.get().document(), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        if (!caller.scope().all()) {
            throw Refusal.notFound();
        }
        return Response.ok(exits.view(statement, ExitView.Status.DRAFT)).build();
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "draftExitStatement",
            summary = "Draft what is settled with a partner that leaves",
            description = "Its part of assets, liabilities and commitments by agreed percentages or by a scheme's ratio"
                    + " on the last day, each with its source; its days in the last year; its open bills. A draft is"
                    + " replaced by another.")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            headers = @Header(name = "Location", description = "Where it is read"),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ExitView.class)))
    @APIResponse(responseCode = "422", description = "A rule is broken")
    public Response draft(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid ExitInput body) {
        wholeService.required();
        return idempotency.once(key, body, () -> {
            ExitStatement statement = exits.draft(body);
            return Response.created(URI.create("/api/v1/exit-statements/" + statement.id()))
                    .entity(exits.view(statement, ExitView.Status.DRAFT))
                    .build();
        });
    }

    @POST
    @Path("{id}/final")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "finishExitStatement",
            summary = "Make an exit statement final",
            description = "Frozen word for word; a billing run of kind EXIT bills it. The register must end the"
                    + " membership on the same day.")
    @APIResponse(
            responseCode = "200",
            description = "The statement as it is frozen",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ExitView.class)))
    @APIResponse(responseCode = "409", description = "It is final, or the register says another day")
    public Response finish(@HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id) {
        wholeService.required();
        ExitStatement statement = statements.find(id).orElseThrow(Refusal::notFound);
        return idempotency.once(
                key, List.of(id, "final"), () -> Response.ok(exits.finish(statement), MediaType.APPLICATION_JSON_TYPE)
                        .build());
    }
}
