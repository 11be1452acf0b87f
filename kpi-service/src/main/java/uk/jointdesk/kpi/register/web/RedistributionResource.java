package uk.jointdesk.kpi.register.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.register.AudienceRights;
import uk.jointdesk.kpi.register.Today;
import uk.jointdesk.kpi.register.domain.DayBounds;
import uk.jointdesk.kpi.register.domain.PointsTable;
import uk.jointdesk.kpi.register.domain.RuleBroken;
import uk.jointdesk.kpi.register.domain.Weight;
import uk.jointdesk.kpi.register.store.FamilyStore;
import uk.jointdesk.kpi.register.store.KpiStore;
import uk.jointdesk.kpi.register.store.PointsStore;

/** The points of a family's KPIs, and how those of one that retires pass to the others. */
@Path("/api/v1/kpis/families/{family}/points")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "KPI register")
public class RedistributionResource {

    private final PointsStore points;
    private final KpiStore kpis;
    private final FamilyStore families;
    private final AudienceRights rights;
    private final Today today;
    private final Idempotency idempotency;

    public RedistributionResource(
            PointsStore points,
            KpiStore kpis,
            FamilyStore families,
            AudienceRights rights,
            Today today,
            Idempotency idempotency) {
        this.points = points;
        this.kpis = kpis;
        this.families = families;
        this.rights = rights;
        this.today = today;
        this.idempotency = idempotency;
    }

    /** Points that pass from one KPI to others. */
    public record Redistribution(
            @Schema(description = "Whose points are given away, all of them") @NotBlank
            String from,

            @NotNull LocalDate begins,

            @Schema(description = "Who takes them; without points they are spread evenly") @NotEmpty @Size(max = 100)
            List<@NotNull @Valid Taker> to,

            @Schema(description = "Reference of the contract change notice")
            @NotBlank
            @Size(max = Wording.REFERENCE)
            @Pattern(regexp = Wording.PLAIN)
            String ccn,

            @NotBlank @Size(max = Wording.NOTE) @Pattern(regexp = Wording.PLAIN)
            String source) {

        PointsTable apply(PointsTable before) {
            TreeSet<String> named = new TreeSet<>(to.stream().map(Taker::kpi).toList());
            boolean known = before.points().keySet().containsAll(named)
                    && before.points().containsKey(from);
            if (!known || named.contains(from) || named.size() != to.size()) {
                throw new RuleBroken("points-kpi-refused", "/to", "other KPIs of the family, each once");
            }
            if (to.stream().allMatch(taker -> taker.points() == null)) {
                return before.spreadEvenly(from, named);
            }
            TreeMap<String, Integer> shares = new TreeMap<>();
            to.forEach(taker -> shares.put(taker.kpi(), taker.points() == null ? 0 : taker.points()));
            return before.give(from, shares);
        }
    }

    /** Who takes points, and how many. */
    public record Taker(
            @NotBlank String kpi,
            @Min(0) @Max(PointsTable.MOST) Integer points) {}

    /** The points in force on a day. */
    @Schema(name = "KpiPoints")
    public record PointsView(String family, LocalDate at, Map<String, Integer> points, int total) {}

    @GET
    @RolesAllowed({
        Roles.SERVICE_DESK,
        Roles.PERFORMANCE_ANALYST,
        Roles.FINANCE_OFFICER,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE
    })
    @Operation(operationId = "kpiPoints", summary = "The points of a family's KPIs on a day, and their total")
    @APIResponse(responseCode = "200", description = "The points of each KPI on that day, and their total")
    @APIResponse(responseCode = "404", description = "Unknown, or not for the caller")
    public PointsView read(
            @PathParam("family") String family,
            @Parameter(description = "A date; today unless told") @QueryParam("at") String at) {
        families.one(family, rights.readable());
        LocalDate day = at == null ? today.day() : day(at);
        return view(family, day, PointsStore.table(kpis.ofFamily(family, rights.readable()), day));
    }

    private static LocalDate day(String at) {
        try {
            return LocalDate.parse(at);
        } catch (DateTimeException notADate) {
            throw Asked.refused("at", "a date (2021-06-07)");
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PERFORMANCE_ANALYST)
    @Operation(
            operationId = "redistributePoints",
            summary = "Pass the points of one KPI to others",
            description =
                    "All of them, evenly or as named, by a contract change notice and from a day in a month that is"
                            + " not over. The family's total never changes.")
    @APIResponse(
            responseCode = "201",
            description = "The points as they are from that day on",
            headers = @Header(name = "Location", description = "Where the points are read"),
            content = @Content(schema = @Schema(implementation = PointsView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not for the caller")
    @APIResponse(responseCode = "422", description = "The total would change, or another rule is broken")
    public Response redistribute(
            @PathParam("family") String family,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid Redistribution body) {
        rights.checkWritable();
        families.one(family, rights.readable());
        DayBounds.check(body.begins(), "/begins");
        if (body.begins().isBefore(today.firstOpenDay())) {
            throw new RuleBroken("points-retroactive", "/begins", "lies in a month that is over");
        }
        Map<String, Object> asked = Map.of("path", "kpis/families/" + family + "/points", "body", body);
        return idempotency.once(key, asked, () -> created(family, body));
    }

    private Response created(String family, Redistribution body) {
        Weight terms = new Weight(body.begins(), 0, body.ccn(), body.source());
        PointsTable after = points.redistribute(family, terms, body::apply);
        return Response.created(URI.create("/api/v1/kpis/families/" + family + "/points"))
                .entity(view(family, body.begins(), after))
                .build();
    }

    private static PointsView view(String family, LocalDate day, PointsTable table) {
        return new PointsView(family, day, table.points(), table.total());
    }
}
