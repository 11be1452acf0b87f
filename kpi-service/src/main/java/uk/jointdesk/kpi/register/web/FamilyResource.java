package uk.jointdesk.kpi.register.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
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
import uk.jointdesk.kpi.register.AudienceRights;
import uk.jointdesk.kpi.register.domain.Audience;
import uk.jointdesk.kpi.register.domain.DayBounds;
import uk.jointdesk.kpi.register.domain.Family;
import uk.jointdesk.kpi.register.store.FamilyStore;

/** The contracts and agreements that indicators belong to. */
@Path("/api/v1/kpis/families")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "KPI register")
public class FamilyResource {

    private final FamilyStore families;
    private final AudienceRights rights;
    private final Idempotency idempotency;

    public FamilyResource(FamilyStore families, AudienceRights rights, Idempotency idempotency) {
        this.families = families;
        this.rights = rights;
        this.idempotency = idempotency;
    }

    /** The indicators of one contract or agreement. */
    @Schema(name = "KpiFamily")
    public record FamilyDocument(
            @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{1,19}")
            String code,

            @NotBlank @Size(max = Wording.TITLE) @Pattern(regexp = Wording.PLAIN)
            String title,

            @Schema(description = "Its month is contract month 1") @NotNull
            LocalDate contractStart,

            @Schema(description = "Its indicators may be kept closer, not wider") @NotNull
            Audience audience,

            @NotBlank @Size(max = Wording.NOTE) @Pattern(regexp = Wording.PLAIN)
            String note) {

        Family toFamily() {
            DayBounds.check(contractStart, "/contractStart");
            return new Family(code, title, contractStart, audience, note);
        }

        static FamilyDocument of(Family family) {
            return new FamilyDocument(
                    family.code(), family.title(), family.contractStart(), family.audience(), family.note());
        }
    }

    @GET
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.PERFORMANCE_ANALYST,
        Roles.FINANCE_OFFICER,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE
    })
    @Operation(
            operationId = "listKpiFamilies",
            summary = "List the families of indicators",
            description = "By code; only those whose audience the caller belongs to.")
    public Page<FamilyDocument> list() {
        return Page.whole(
                families.all(rights.readable()).stream().map(FamilyDocument::of).toList());
    }

    @GET
    @Path("{family}")
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.PERFORMANCE_ANALYST,
        Roles.FINANCE_OFFICER,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE
    })
    @Operation(operationId = "readKpiFamily", summary = "Read a family of indicators")
    @APIResponse(responseCode = "200", description = "The family")
    @APIResponse(responseCode = "404", description = "Unknown, or not for the caller")
    public FamilyDocument read(@PathParam("family") String family) {
        return FamilyDocument.of(families.one(family, rights.readable()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PERFORMANCE_ANALYST)
    @Operation(operationId = "addKpiFamily", summary = "Add a family of indicators")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            headers = @Header(name = "Location", description = "Where it is read"),
            content = @Content(schema = @Schema(implementation = FamilyDocument.class)))
    @APIResponse(responseCode = "409", description = "The code is taken")
    @APIResponse(responseCode = "422", description = "The entry breaks a rule")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid FamilyDocument body) {
        rights.checkWritable();
        Family family = body.toFamily();
        return idempotency.once(key, Map.of("path", "kpis/families", "body", body), () -> created(family));
    }

    private Response created(Family family) {
        return Response.created(URI.create("/api/v1/kpis/families/" + family.code()))
                .entity(FamilyDocument.of(families.add(family)))
                .build();
    }
}
