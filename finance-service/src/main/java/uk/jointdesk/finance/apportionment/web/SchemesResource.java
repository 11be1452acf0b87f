package uk.jointdesk.finance.apportionment.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.store.Schemes;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/apportionment-schemes")
@Tag(name = "Apportionment")
public class SchemesResource {
    private final Schemes schemes;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public SchemesResource(Schemes schemes, WholeService wholeService, Idempotency idempotency) {
        this.schemes = schemes;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    public record NewScheme(
            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,31}")
            String code,

            @NotBlank @Size(max = 200) String title) {}

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "schemes", summary = "Apportionment schemes, each with its latest version")
    public Page<SchemeView> list() {
        wholeService.required();
        return Page.whole(schemes.all().stream().map(SchemeView::of).toList());
    }

    @GET
    @Path("{code}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "scheme", summary = "One apportionment scheme")
    public SchemeView one(@PathParam("code") String code) {
        return SchemeView.of(scheme(code));
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(operationId = "addScheme", summary = "Name a scheme; its versions follow")
    @APIResponse(
            responseCode = "201",
            description = "Named; it has no version yet",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SchemeView.class)))
    @APIResponse(responseCode = "409", description = "The code is taken")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewScheme body) {
        wholeService.required();
        return idempotency.once(key, body, () -> {
            if (!schemes.add(body.code(), body.title())) {
                throw Refusal.conflict("scheme-exists", "There is a scheme " + body.code() + ".");
            }
            return Response.status(201).entity(one(body.code())).build();
        });
    }

    private SchemeRecord scheme(String code) {
        wholeService.required();
        return schemes.find(code).orElseThrow(Refusal::notFound);
    }
}
