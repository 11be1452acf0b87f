package uk.jointdesk.finance.transparency.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.transparency.domain.Decision;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.scope.Roles;

/** Payments that are published whole after all. */
@Path("/api/v1/transparency/disclosures")
@Tag(name = "Transparency")
public class DisclosuresResource {
    private final Publishing publishing;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public DisclosuresResource(Publishing publishing, WholeService wholeService, Idempotency idempotency) {
        this.publishing = publishing;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    /**
     * @param journal the payment, as the ledger names it
     * @param note why nobody's personal data are published by it
     */
    public record NewDisclosure(
            @NotNull UUID journal,
            @NotBlank @Size(max = 500) String note) {}

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "disclosePayment",
            summary = "Publish the beneficiary and the purpose of a payment that is redacted",
            description =
                    "Where a sender calls a firm a natural person, or a redaction was a mistake. It goes before what"
                            + " an import says, until it is decided otherwise.")
    @APIResponse(
            responseCode = "201",
            description = "The decision",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Decision.class)))
    @APIResponse(responseCode = "409", description = "All of the payment is published")
    @APIResponse(responseCode = "422", description = "There is no such journal")
    public Response disclose(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewDisclosure body) {
        wholeService.required();
        publishing.checkPayment(body.journal());
        return idempotency.once(key, body, () -> {
            Decision decision = publishing.disclose(body.journal(), body.note());
            return Response.status(201).entity(decision).build();
        });
    }
}
