package uk.jointdesk.finance.transparency.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.posting.store.Journals;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.transparency.domain.Redaction;
import uk.jointdesk.finance.transparency.store.Redactions;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

/** Which payments are published without their beneficiary and purpose. */
@Path("/api/v1/transparency/redactions")
@Tag(name = "Transparency")
public class RedactionsResource {
    private final Redactions redactions;
    private final Journals journals;
    private final WholeService wholeService;
    private final Idempotency idempotency;
    private final Caller caller;

    public RedactionsResource(
            Redactions redactions,
            Journals journals,
            WholeService wholeService,
            Idempotency idempotency,
            Caller caller) {
        this.redactions = redactions;
        this.journals = journals;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param journal the payment, as the ledger names it */
    public record NewRedaction(
            @NotNull UUID journal, @NotNull Redaction reason) {}

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.AUDITOR})
    @Operation(operationId = "redactions", summary = "Payments that are published without beneficiary and purpose")
    public Page<Redactions.Redacted> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        wholeService.required();
        int most = Limit.of(limit);
        List<Redactions.Redacted> found = redactions.page(after(cursor), most + 1);
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

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "redactPayment",
            summary = "Keep the beneficiary and the purpose of a payment out of what is published",
            description = "For natural persons and commercial secrets. It is never taken back.")
    public Response redact(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewRedaction body) {
        wholeService.required();
        if (journals.find(body.journal()).isEmpty()) {
            throw new RuleBroken("journal-unknown", "/journal", "There is no such journal.");
        }
        return idempotency.once(key, body, () -> {
            Redactions.Redacted redacted = new Redactions.Redacted(body.journal(), body.reason());
            if (!redactions.add(redacted, caller.client())) {
                throw Refusal.conflict("already-redacted", "The payment is redacted already.");
            }
            return Response.status(201).entity(redacted).build();
        });
    }
}
