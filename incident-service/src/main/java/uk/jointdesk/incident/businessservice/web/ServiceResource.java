package uk.jointdesk.incident.businessservice.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.businessservice.domain.BusinessService;
import uk.jointdesk.incident.businessservice.domain.ServiceRules;
import uk.jointdesk.incident.businessservice.store.ServiceStore;
import uk.jointdesk.incident.partner.store.PartnerStore;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.incident.web.RegisterRights;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** What councils work with, and for whom it is critical. */
@Path("/api/v1/services")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Business services", description = "What councils work with, who provides it, and for whom it is critical")
public class ServiceResource {

    private final ServiceStore services;
    private final PartnerStore partners;
    private final RegisterRights rights;
    private final Idempotency idempotency;
    private final Body bodies;

    public ServiceResource(
            ServiceStore services, PartnerStore partners, RegisterRights rights, Idempotency idempotency, Body bodies) {
        this.services = services;
        this.partners = partners;
        this.rights = rights;
        this.idempotency = idempotency;
        this.bodies = bodies;
    }

    @GET
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.DESK_INTEGRATION,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.PLATFORM_ADMIN,
        Roles.SUITE_SERVICE
    })
    @Operation(
            summary = "List the business services",
            description = "All of them, by code. Each caller reads for which of its partners they are critical.")
    public Page<ServiceView> list() {
        return Page.whole(services.all().stream().map(ServiceView::of).toList());
    }

    @GET
    @Path("{code}")
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.DESK_INTEGRATION,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.PLATFORM_ADMIN,
        Roles.SUITE_SERVICE
    })
    @Operation(summary = "Read a business service", description = "The ETag is the version to name when changing it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ServiceView.class)))
    @APIResponse(responseCode = "404", description = "There is no such service")
    public Response read(@PathParam("code") String code) {
        return answer(services.find(code).orElseThrow(Refusal::notFound));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SERVICE_DESK, Roles.PLATFORM_ADMIN})
    @Operation(summary = "Register a business service", description = "With the partners for which it is critical.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewService.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ServiceView.class)))
    @APIResponse(responseCode = "409", description = "The code is taken")
    @APIResponse(responseCode = "422", description = "The entry breaks a rule")
    public Response add(@HeaderParam("Idempotency-Key") String key, InputStream sent) {
        rights.checkWritable();
        NewService body = bodies.read(sent, NewService.class);
        BusinessService service = checked(body.toService());
        return idempotency.once(key, Map.of("path", "services", "body", body), () -> created(services.add(service)));
    }

    @PATCH
    @Path("{code}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.SERVICE_DESK, Roles.PLATFORM_ADMIN})
    @Operation(
            summary = "Change a business service",
            description = "Name, supplier or criticalFor; what is left out stays, criticalFor is replaced as a whole."
                    + " If-Match names the version it starts from. Priorities that were judged stay as they were.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = ServiceChange.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ServiceView.class)))
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, InputStream body) {
        rights.checkWritable();
        long expected = Version.required(ifMatch);
        BusinessService now = services.find(code).orElseThrow(Refusal::notFound);
        Version.check(expected, now.version());
        BusinessService changed = checked(bodies.read(body, ServiceChange.class).apply(now));
        return answer(services.change(changed, expected));
    }

    private BusinessService checked(BusinessService service) {
        ServiceRules.objection(service, partners.codes()).ifPresent(objection -> {
            throw Refusal.refused(
                    objection.code(),
                    "The service's entry breaks a rule.",
                    new FieldError(objection.pointer(), objection.message()));
        });
        return service;
    }

    private static Response created(BusinessService service) {
        return Response.created(URI.create("/api/v1/services/" + service.code()))
                .tag(Version.tag(service.version()))
                .entity(ServiceView.of(service))
                .build();
    }

    private static Response answer(BusinessService service) {
        return Response.ok(ServiceView.of(service))
                .tag(Version.tag(service.version()))
                .build();
    }
}
