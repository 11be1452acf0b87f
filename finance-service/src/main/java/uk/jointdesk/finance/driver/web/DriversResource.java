package uk.jointdesk.finance.driver.web;

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
import uk.jointdesk.finance.driver.domain.Driver;
import uk.jointdesk.finance.driver.store.Drivers;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/drivers")
@Tag(name = "Drivers")
public class DriversResource {
    private final Drivers drivers;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public DriversResource(Drivers drivers, WholeService wholeService, Idempotency idempotency) {
        this.drivers = drivers;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    public record NewDriver(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}")
            String code,

            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 40) String unit,
            @NotNull Driver.Kind kind,
            @NotBlank @Size(max = 500) String source,
            @NotBlank @Size(max = 500) String measured) {
        Driver driver() {
            return new Driver(code, title, unit, kind, source, measured);
        }
    }

    @GET
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "drivers",
            summary = "What costs can be divided by",
            description = "Each with its unit, the system its values come from and how they are measured.")
    public Page<Driver> list() {
        return Page.whole(drivers.all());
    }

    @GET
    @Path("{code}")
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "driver", summary = "One driver")
    @APIResponse(responseCode = "200", description = "The driver")
    @APIResponse(responseCode = "404", description = "No driver has this code")
    public Driver one(@PathParam("code") String code) {
        return drivers.find(code).orElseThrow(Refusal::notFound);
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(operationId = "addDriver", summary = "Add something that costs can be divided by")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Driver.class)))
    @APIResponse(responseCode = "409", description = "The code is taken")
    @APIResponse(responseCode = "422", description = "A field is missing or misspelt")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewDriver body) {
        wholeService.required();
        return idempotency.once(key, body, () -> {
            if (!drivers.add(body.driver())) {
                throw Refusal.conflict("driver-exists", "There is a driver " + body.code() + ".");
            }
            return Response.status(201).entity(body.driver()).build();
        });
    }
}
