package uk.jointdesk.finance.forecast.web;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.forecast.domain.SpendProfile;
import uk.jointdesk.finance.forecast.store.SpendProfiles;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/spend-profiles")
@Tag(name = "Forecasts")
public class SpendProfilesResource {
    private final SpendProfiles profiles;
    private final WholeService wholeService;
    private final Idempotency idempotency;
    private final Caller caller;

    public SpendProfilesResource(
            SpendProfiles profiles, WholeService wholeService, Idempotency idempotency, Caller caller) {
        this.profiles = profiles;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param weights of P1 (April) to P12 (March) */
    @Schema(name = "NewSpendProfile")
    public record NewProfile(
            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,31}")
            String code,

            @NotBlank @Size(max = 200) String title,
            @NotNull @Size(min = 12, max = 12) List<@NotNull Integer> weights,
            @NotBlank @Size(max = 500) String source) {}

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "listSpendProfiles", summary = "How a year's spending falls on its months")
    public Page<SpendProfile> list() {
        wholeService.required();
        return Page.whole(profiles.all());
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "addSpendProfile",
            summary = "Add a monthly profile; it is never changed, another code is another profile")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SpendProfile.class)))
    @APIResponse(responseCode = "409", description = "The code is taken")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewProfile body) {
        wholeService.required();
        SpendProfile profile = new SpendProfile(body.code(), body.title(), body.weights(), body.source());
        return idempotency.once(key, body, () -> {
            if (!profiles.add(profile, caller.client())) {
                throw Refusal.conflict("profile-exists", "There is a spend profile " + body.code() + ".");
            }
            return Response.status(201).entity(profile).build();
        });
    }
}
