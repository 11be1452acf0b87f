package uk.jointdesk.incident.rules.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.rules.store.AgreementStore;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.incident.web.RegisterRights;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.rules.AgreementDocument;
import uk.jointdesk.kit.rules.AgreementVersionDocument;
import uk.jointdesk.kit.scope.Roles;

/** What was promised to whom. */
@Path("/api/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements", description = "Dated targets per priority and catalogue item, pause reasons and policies")
public class AgreementResource {

    private final AgreementStore agreements;
    private final RegisterRights rights;
    private final Idempotency idempotency;
    private final Body bodies;
    private final Clock clock;

    public AgreementResource(
            AgreementStore agreements, RegisterRights rights, Idempotency idempotency, Body bodies, Clock clock) {
        this.agreements = agreements;
        this.rights = rights;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.clock = clock;
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
    @Operation(summary = "List the agreements", description = "Each with all its dated versions.")
    public Page<AgreementDocument> list() {
        return Page.whole(agreements.all());
    }

    @GET
    @Path("{code}/versions")
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
    @Operation(
            summary = "List the versions of an agreement",
            description = "The one in force when a ticket is logged holds for it.")
    @APIResponse(responseCode = "200", description = "The versions, the oldest first")
    @APIResponse(responseCode = "404", description = "There is no such agreement")
    public Page<AgreementVersionDocument> versions(@PathParam("code") String code) {
        return Page.whole(agreements.find(code).orElseThrow(Refusal::notFound).versions());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Operation(summary = "Add an agreement", description = "With one or more dated versions.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AgreementDocument.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AgreementDocument.class)))
    @APIResponse(responseCode = "409", description = "The code is taken")
    @APIResponse(responseCode = "422", description = "The agreement cannot be meant as written")
    public Response add(@HeaderParam("Idempotency-Key") String key, InputStream sent) {
        rights.checkWritable();
        AgreementDocument body = bodies.read(sent, AgreementDocument.class);
        AgreementDocument agreement = checked(body);
        return idempotency.once(
                key, Map.of("path", "agreements", "body", body), () -> created(agreements.add(agreement)));
    }

    @POST
    @Path("{code}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Operation(
            summary = "Add a version of an agreement",
            description =
                    "It begins after those that are there end. The last one, while it has no end, holds until the new"
                            + " one begins, which then lies ahead: what was promised for tickets already logged stays.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AgreementVersionDocument.class)))
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AgreementVersionDocument.class)))
    @APIResponse(responseCode = "404", description = "There is no such agreement")
    @APIResponse(responseCode = "409", description = "The number is taken, or another version holds then")
    @APIResponse(responseCode = "422", description = "The version cannot be meant as written")
    public Response extend(
            @PathParam("code") String code, @HeaderParam("Idempotency-Key") String key, InputStream sent) {
        rights.checkWritable();
        if (agreements.find(code).isEmpty()) {
            throw Refusal.notFound();
        }
        AgreementVersionDocument body = bodies.read(sent, AgreementVersionDocument.class);
        AgreementVersionDocument version = understood(code, body);
        Map<String, Object> request = Map.of("path", "agreements/" + code + "/versions", "body", body);
        return idempotency.once(
                key, request, () -> created(agreements.extend(code, version, clock.instant()), version));
    }

    /** The written form that comes back is the one that was understood. */
    private static AgreementVersionDocument understood(String code, AgreementVersionDocument body) {
        if (body.version() < 1) {
            throw Refusal.refused(
                    "agreement-refused", "Versions count from 1.", new FieldError("/version", "is 1 or more"));
        }
        AgreementDocument alone = new AgreementDocument(code, code, List.of(body));
        return AgreementDocument.of(alone.toAgreement(), code).versions().get(0);
    }

    private static Response created(AgreementDocument agreement, AgreementVersionDocument version) {
        AgreementVersionDocument added = agreement.versions().stream()
                .filter(other -> other.version() == version.version())
                .findFirst()
                .orElseThrow();
        return Response.created(URI.create("/api/v1/agreements/" + agreement.code() + "/versions"))
                .entity(added)
                .build();
    }

    private static AgreementDocument checked(AgreementDocument body) {
        if (body.code() == null || !body.code().matches("[A-Z][A-Z0-9-]{0,19}")) {
            throw Refusal.refused(
                    "agreement-code-refused",
                    "An agreement has a code.",
                    new FieldError("/code", "is capital letters, digits and hyphens"));
        }
        if (body.title() == null || body.title().isBlank()) {
            throw Refusal.refused(
                    "field-missing", "An agreement has a title.", new FieldError("/title", "is required"));
        }
        return AgreementDocument.of(body.toAgreement(), body.title());
    }

    private static Response created(AgreementDocument agreement) {
        return Response.created(URI.create("/api/v1/agreements/" + agreement.code() + "/versions"))
                .entity(agreement)
                .build();
    }
}
