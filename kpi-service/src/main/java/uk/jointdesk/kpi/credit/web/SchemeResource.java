package uk.jointdesk.kpi.credit.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.credit.domain.Scheme;
import uk.jointdesk.kpi.credit.store.SchemeStore;
import uk.jointdesk.kpi.register.AudienceRights;
import uk.jointdesk.kpi.register.Today;
import uk.jointdesk.kpi.register.domain.RuleBroken;
import uk.jointdesk.kpi.register.store.FamilyStore;

/** The dated schemes of service points. */
@Path("/api/v1/service-points/schemes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service points")
public class SchemeResource {

    private final SchemeStore schemes;
    private final FamilyStore families;
    private final AudienceRights rights;
    private final Today today;
    private final Idempotency idempotency;

    public SchemeResource(
            SchemeStore schemes, FamilyStore families, AudienceRights rights, Today today, Idempotency idempotency) {
        this.schemes = schemes;
        this.families = families;
        this.rights = rights;
        this.today = today;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({
        Roles.PERFORMANCE_ANALYST,
        Roles.FINANCE_OFFICER,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE
    })
    @Operation(
            operationId = "listServicePointsSchemes",
            summary = "List the schemes of a family by the day they begin",
            description = "The next one ends the one before.")
    @APIResponse(responseCode = "200", description = "Its schemes in the order they begin")
    @APIResponse(responseCode = "404", description = "The family is unknown, or not for the caller")
    public Page<SchemeDocument> list(@QueryParam("family") String family) {
        families.one(family, rights.readable());
        return Page.whole(schemes.of(family).stream().map(SchemeDocument::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PERFORMANCE_ANALYST)
    @Operation(
            operationId = "addServicePointsScheme",
            summary = "Add a scheme to a family",
            description =
                    "The first may begin on any day, later ones after those before and not in a month that is over.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            headers = @Header(name = "Location", description = "Where the family's schemes are read"),
            content = @Content(schema = @Schema(implementation = SchemeDocument.class)))
    @APIResponse(responseCode = "422", description = "The scheme breaks a rule")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid SchemeDocument body) {
        rights.checkWritable();
        if (families.find(body.family(), rights.readable()).isEmpty()) {
            throw new RuleBroken("family-unknown", "/family", "is unknown");
        }
        Scheme scheme = body.toScheme();
        return idempotency.once(key, Map.of("path", "service-points/schemes", "body", body), () -> created(scheme));
    }

    private Response created(Scheme scheme) {
        Scheme added = schemes.add(scheme, today.firstOpenDay());
        return Response.created(URI.create("/api/v1/service-points/schemes?family=" + added.family()))
                .entity(SchemeDocument.of(added))
                .build();
    }
}
