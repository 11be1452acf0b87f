package uk.jointdesk.incident.partner.web;

import com.fasterxml.jackson.databind.JsonNode;
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
import uk.jointdesk.incident.partner.domain.Partner;
import uk.jointdesk.incident.partner.domain.PartnerRules;
import uk.jointdesk.incident.partner.store.PartnerStore;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.incident.web.RegisterRights;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.rules.PartnerDocument;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** The partners the service works for. */
@Path("/api/v1/partners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners", description = "Councils and bodies that are served, with the dates of their membership")
public class PartnerResource {

    private final PartnerStore partners;
    private final RegisterRights rights;
    private final Idempotency idempotency;
    private final Body bodies;

    public PartnerResource(PartnerStore partners, RegisterRights rights, Idempotency idempotency, Body bodies) {
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
        Roles.FINANCE_OFFICER,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.PLATFORM_ADMIN,
        Roles.SUITE_SERVICE
    })
    @Operation(summary = "List the partners", description = "All partners past and present, by code.")
    public Page<PartnerDocument> list() {
        return Page.whole(partners.all().stream().map(PartnerResource::document).toList());
    }

    @GET
    @Path("{code}")
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.DESK_INTEGRATION,
        Roles.PERFORMANCE_ANALYST,
        Roles.FINANCE_OFFICER,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.PLATFORM_ADMIN,
        Roles.SUITE_SERVICE
    })
    @Operation(summary = "Read a partner", description = "The ETag is the version to name when changing it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerDocument.class)))
    @APIResponse(responseCode = "404", description = "There is no such partner")
    public Response read(@PathParam("code") String code) {
        return answer(partners.find(code).orElseThrow(Refusal::notFound));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Operation(summary = "Register a partner", description = "An authority, a customer, or a sub-body of an authority.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewPartner.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PartnerDocument.class)))
    @APIResponse(responseCode = "409", description = "The code is taken")
    @APIResponse(responseCode = "422", description = "The entry breaks a rule")
    public Response add(@HeaderParam("Idempotency-Key") String key, InputStream sent) {
        rights.checkWritable();
        NewPartner body = bodies.read(sent, NewPartner.class);
        Partner partner = body.toPartner();
        check(partner);
        return idempotency.once(key, Map.of("path", "partners", "body", body), () -> created(partners.add(partner)));
    }

    @PATCH
    @Path("{code}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Operation(
            summary = "Change a partner",
            description = "JSON merge patch; If-Match names the version it starts from.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = PartnerDocument.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerDocument.class)))
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, InputStream body) {
        rights.checkWritable();
        long expected = Version.required(ifMatch);
        Partner now = partners.find(code).orElseThrow(Refusal::notFound);
        Version.check(expected, now.version());
        Partner changed = new PartnerChange(bodies.read(body, JsonNode.class)).apply(now);
        check(changed);
        return answer(partners.change(changed, expected));
    }

    private static void check(Partner partner) {
        PartnerRules.objection(
                        partner.code(), partner.kind(), partner.parent(), partner.memberFrom(), partner.memberTo())
                .ifPresent(objection -> {
                    throw Refusal.refused(
                            objection.code(),
                            "The partner's entry breaks a rule.",
                            new FieldError(objection.pointer(), objection.message()));
                });
    }

    private static Response created(Partner partner) {
        return Response.created(URI.create("/api/v1/partners/" + partner.code()))
                .tag(Version.tag(partner.version()))
                .entity(document(partner))
                .build();
    }

    private static Response answer(Partner partner) {
        return Response.ok(document(partner))
                .tag(Version.tag(partner.version()))
                .build();
    }

    private static PartnerDocument document(Partner partner) {
        return new PartnerDocument(
                partner.code(),
                partner.name(),
                partner.kind(),
                partner.parent(),
                partner.host(),
                partner.memberFrom(),
                partner.memberTo(),
                partner.calendar());
    }
}
