package uk.jointdesk.finance.transparency.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.transparency.domain.Decision;
import uk.jointdesk.finance.transparency.domain.Redacted;
import uk.jointdesk.finance.transparency.domain.Redaction;
import uk.jointdesk.finance.transparency.store.Redactions;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.scope.Roles;

/** Which payments are published without their beneficiary and purpose. */
@Path("/api/v1/transparency/redactions")
@Tag(name = "Transparency")
public class RedactionsResource {
    private final Redactions redactions;
    private final Publishing publishing;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public RedactionsResource(
            Redactions redactions, Publishing publishing, WholeService wholeService, Idempotency idempotency) {
        this.redactions = redactions;
        this.publishing = publishing;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    /**
     * @param journal the payment, as the ledger names it
     * @param note why it was decided
     */
    public record NewRedaction(
            @NotNull UUID journal,
            @NotNull Redaction reason,
            @Size(min = 1, max = 500) String note) {}

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            operationId = "redactions",
            summary = "Payments that are published without beneficiary and purpose",
            description = "By an import, whose sender calls the payee a natural person, or by a decision.")
    public Page<Redacted> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        wholeService.required();
        int most = Limit.of(limit);
        List<Redacted> found = redactions.page(after(cursor), most + 1);
        return Page.of(found, most, last -> Cursor.encode(last.journal().toString()));
    }

    private static UUID after(String cursor) {
        try {
            return cursor == null
                    ? null
                    : UUID.fromString(Cursor.decode(cursor, 1).get(0));
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }

    @GET
    @Path("{journal}/decisions")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.AUDITOR})
    @Operation(
            operationId = "publishingDecisions",
            summary = "What was decided about publishing a payment, the first first",
            description = "The last counts; without a reason, all of the payment is published.")
    @APIResponse(responseCode = "200", description = "The decisions, with who made them and when; there may be none")
    public Page<Decision> decisions(@PathParam("journal") UUID journal) {
        wholeService.required();
        return Page.whole(redactions.decisions(journal));
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "redactPayment",
            summary = "Keep the beneficiary and the purpose of a payment out of what is published",
            description = "For natural persons and commercial secrets. It goes before what an import says, until it is"
                    + " decided otherwise.")
    @APIResponse(
            responseCode = "201",
            description = "What is kept out, and who says so",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Redacted.class)))
    @APIResponse(responseCode = "409", description = "Somebody redacted the payment for this reason before")
    public Response redact(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewRedaction body) {
        wholeService.required();
        publishing.checkPayment(body.journal());
        return idempotency.once(key, body, () -> {
            Redacted redacted = publishing.redact(body.journal(), body.reason(), body.note());
            return Response.status(201).entity(redacted).build();
        });
    }
}
