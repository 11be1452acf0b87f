package uk.jointdesk.kpi.credit.web;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
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
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.credit.domain.Suspension;
import uk.jointdesk.kpi.credit.store.SuspensionStore;
import uk.jointdesk.kpi.register.AudienceRights;
import uk.jointdesk.kpi.register.domain.DayBounds;
import uk.jointdesk.kpi.register.domain.RuleBroken;
import uk.jointdesk.kpi.register.store.FamilyStore;
import uk.jointdesk.kpi.register.web.Wording;

/** The times in which no service credits are taken. */
@Path("/api/v1/service-points/suspensions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service points")
public class SuspensionResource {

    private final SuspensionStore suspensions;
    private final FamilyStore families;
    private final AudienceRights rights;
    private final Caller caller;
    private final Clock clock;
    private final Idempotency idempotency;

    public SuspensionResource(
            SuspensionStore suspensions,
            FamilyStore families,
            AudienceRights rights,
            Caller caller,
            Clock clock,
            Idempotency idempotency) {
        this.suspensions = suspensions;
        this.families = families;
        this.rights = rights;
        this.caller = caller;
        this.clock = clock;
        this.idempotency = idempotency;
    }

    /** A time without service credits that the board agrees to. */
    public record NewSuspension(
            @NotBlank String family,
            @NotNull LocalDate from,

            @Schema(description = "Last day; left out until further notice")
            LocalDate to,

            @NotBlank @Size(max = Wording.NOTE) @Pattern(regexp = Wording.PLAIN)
            String reason,

            @Size(max = Wording.REFERENCE) @Pattern(regexp = Wording.PLAIN)
            String ccn) {

        void check() {
            DayBounds.check(from, "/from");
            DayBounds.check(to == null ? from : to, "/to");
            if (to != null && to.isBefore(from)) {
                throw new RuleBroken("suspension-refused", "/to", "lies before from");
            }
        }
    }

    /** A time without service credits. */
    @Schema(name = "ServicePointsSuspension")
    public record SuspensionView(
            String family,
            LocalDate from,
            LocalDate to,
            String reason,
            String ccn,
            Instant recordedAt,
            String client,
            String subject) {

        static SuspensionView of(Suspension one) {
            return new SuspensionView(
                    one.family(),
                    one.from(),
                    one.to(),
                    one.reason(),
                    one.ccn(),
                    one.recordedAt(),
                    one.client(),
                    one.subject());
        }
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
            operationId = "listSuspensions",
            summary = "List the times in which a family's credits are suspended",
            description = "By the day they begin.")
    @APIResponse(responseCode = "200", description = "Its suspensions in the order they begin")
    @APIResponse(responseCode = "404", description = "The family is unknown, or not for the caller")
    public Page<SuspensionView> list(@QueryParam("family") String family) {
        families.one(family, rights.readable());
        return Page.whole(
                suspensions.of(family).stream().map(SuspensionView::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(
            operationId = "addSuspension",
            summary = "Suspend the service credits of a family for a time",
            description = "Points are counted all the same; nothing is applied in months whose last day lies in it.")
    @APIResponse(
            responseCode = "201",
            description = "Suspended",
            headers = @Header(name = "Location", description = "Where the family's suspensions are read"),
            content = @Content(schema = @Schema(implementation = SuspensionView.class)))
    @APIResponse(responseCode = "422", description = "The entry breaks a rule")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewSuspension body) {
        rights.checkWritable();
        if (families.find(body.family(), rights.readable()).isEmpty()) {
            throw new RuleBroken("family-unknown", "/family", "is unknown");
        }
        body.check();
        return idempotency.once(key, Map.of("path", "service-points/suspensions", "body", body), () -> created(body));
    }

    private Response created(NewSuspension body) {
        Suspension added = suspensions.add(new Suspension(
                body.family(),
                body.from(),
                body.to(),
                body.reason(),
                body.ccn(),
                clock.instant(),
                caller.client(),
                caller.subject()));
        return Response.created(URI.create("/api/v1/service-points/suspensions?family=" + added.family()))
                .entity(SuspensionView.of(added))
                .build();
    }
}
