package uk.jointdesk.finance.code.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.Choice;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.code.domain.Dimension;
import uk.jointdesk.finance.code.domain.LedgerCode;
import uk.jointdesk.finance.code.store.LedgerCodes;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

@Path("/api/v1/ledger-codes")
@Tag(name = "Ledger")
public class LedgerCodesResource {
    private final LedgerCodes codes;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public LedgerCodesResource(LedgerCodes codes, WholeService wholeService, Idempotency idempotency) {
        this.codes = codes;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "listLedgerCodes",
            summary = "Cost centres, subjective codes and projects",
            description = "By dimension and code.")
    public Page<LedgerCode> list(
            @QueryParam("dimension") String dimension,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        wholeService.required();
        int most = Limit.of(limit);
        List<String> after = cursor == null ? List.of("", "") : Cursor.decode(cursor, 2);
        List<LedgerCode> found =
                codes.page(Choice.of("dimension", dimension, Dimension.class), after.get(0), after.get(1), most + 1);
        return Page.of(found, most, last -> Cursor.encode(last.dimension().name(), last.code()));
    }

    @GET
    @Path("{dimension}/{code}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "readLedgerCode",
            summary = "One code",
            description = "Its ETag is what a change starts from.")
    @APIResponse(
            responseCode = "200",
            description = "The code",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LedgerCode.class)))
    public Response one(@PathParam("dimension") String dimension, @PathParam("code") String code) {
        return answer(200, found(dimension, code));
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "addLedgerCode",
            summary = "Add a code",
            description = "Lines of journals may name it from its first to its last day.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            headers = @Header(name = "Location", description = "Where it is read"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LedgerCode.class)))
    @APIResponse(responseCode = "409", description = "The dimension has the code")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid LedgerCodeInput.New body) {
        wholeService.required();
        LedgerCode code = body.read();
        return idempotency.once(key, Map.of("path", "ledger-codes", "body", body), () -> {
            if (!codes.add(code)) {
                throw Refusal.conflict("code-exists", code.dimension() + " has a code " + code.code() + ".");
            }
            return answer(201, code);
        });
    }

    @PATCH
    @Path("{dimension}/{code}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "changeLedgerCode",
            summary = "Change a code's title, days or source",
            description = "What the patch leaves out stays. A code is never removed, as lines name it; it ends.")
    @APIResponse(
            responseCode = "200",
            description = "As it is after the change",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LedgerCode.class)))
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public Response change(
            @HeaderParam("If-Match") String ifMatch,
            @PathParam("dimension") String dimension,
            @PathParam("code") String code,
            @NotNull @Valid LedgerCodeInput.Change body) {
        LedgerCode old = found(dimension, code);
        long expected = Version.required(ifMatch);
        Version.check(expected, old.version());
        if (!codes.change(body.applyTo(old), expected)) {
            throw Refusal.stale();
        }
        return one(dimension, code);
    }

    private LedgerCode found(String dimension, String code) {
        wholeService.required();
        return Choice.find(dimension, Dimension.class)
                .flatMap(known -> codes.find(known, code))
                .orElseThrow(Refusal::notFound);
    }

    private static Response answer(int status, LedgerCode code) {
        Response.ResponseBuilder answer = Response.status(status).entity(code).tag(Version.tag(code.version()));
        return status == 201
                ? answer.location(URI.create("/api/v1/ledger-codes/" + code.dimension() + "/" + code.code()))
                        .build()
                : answer.build();
    }
}
