package uk.jointdesk.kpi.measurement.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.measurement.domain.Measurement;
import uk.jointdesk.kpi.measurement.domain.Reading;
import uk.jointdesk.kpi.measurement.store.MeasurementStore;
import uk.jointdesk.kpi.register.AudienceRights;
import uk.jointdesk.kpi.register.Today;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.store.KpiStore;

/** What was measured of an indicator, month by month. */
@Path("/api/v1/kpis/{code}/measurements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "KPI measurements", description = "Figures that are handed in, with their evidence")
public class MeasurementResource {

    private static final int LONGEST = 1_000_000;

    private final KpiStore kpis;
    private final MeasurementStore measurements;
    private final AudienceRights rights;
    private final Today today;
    private final Idempotency idempotency;

    public MeasurementResource(
            KpiStore kpis, MeasurementStore measurements, AudienceRights rights, Today today, Idempotency idempotency) {
        this.kpis = kpis;
        this.measurements = measurements;
        this.rights = rights;
        this.today = today;
        this.idempotency = idempotency;
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
            operationId = "listMeasurements",
            summary = "List the measurements of an indicator",
            description = "In the order they came, corrected ones included: supersedes names what each one corrects.")
    @APIResponse(responseCode = "200", description = "A page of measurements")
    @APIResponse(responseCode = "404", description = "Unknown, or not for the caller")
    public Page<MeasurementView> list(
            @PathParam("code") String code, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        Kpi kpi = kpis.one(code, rights.readable());
        List<Measurement> found = measurements.all(kpi.code(), after(cursor), Limit.of(limit) + 1);
        return Page.of(found, Limit.of(limit), last -> Cursor.encode(Long.toString(last.id())))
                .map(one -> MeasurementView.of(one, kpi.unit()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PERFORMANCE_ANALYST)
    @Operation(
            operationId = "addMeasurement",
            summary = "Hand in a measurement",
            description =
                    "Once a month. A correction is another measurement that names the one it supersedes; both stay.")
    @APIResponse(
            responseCode = "201",
            description = "Taken",
            headers = @Header(name = "Location", description = "Where all of them are read"),
            content = @Content(schema = @Schema(implementation = MeasurementView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not for the caller")
    @APIResponse(responseCode = "409", description = "The month is measured, or another one stands now")
    @APIResponse(responseCode = "422", description = "It cannot be a measurement of this indicator")
    public Response add(
            @PathParam("code") String code,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid NewMeasurement body) {
        rights.checkWritable();
        Kpi kpi = kpis.one(code, rights.readable());
        Reading reading = body.toReading();
        reading.check(kpi, thisMonth());
        Map<String, Object> asked = Map.of("path", "kpis/" + code + "/measurements", "body", body);
        return idempotency.once(key, asked, () -> created(kpi, reading));
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed(Roles.PERFORMANCE_ANALYST)
    @Operation(
            operationId = "addMeasurements",
            summary = "Hand in measurements as CSV",
            description =
                    "Columns month, numerator, denominator, evidence and optionally supersedes. Good rows go in, bad"
                            + " ones are reported one by one, and a row that says what stands already changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each row",
            content = @Content(schema = @Schema(implementation = CsvIntake.Report.class)))
    @APIResponse(responseCode = "400", description = "It is not CSV, or its header lacks a column")
    @APIResponse(responseCode = "404", description = "Unknown, or not for the caller")
    public Response addAll(@PathParam("code") String code, @HeaderParam("Idempotency-Key") String key, String body) {
        rights.checkWritable();
        Kpi kpi = kpis.one(code, rights.readable());
        if (body.length() > LONGEST) {
            throw Refusal.tooLarge("The body has more than 1 MB.");
        }
        MeasurementCsv csv = MeasurementCsv.read(body);
        Map<String, Object> asked = Map.of("path", "kpis/" + code + "/measurements", "body", body);
        return idempotency.once(key, asked, () -> Response.ok(
                        measurements.take(kpi.code(), intake -> new CsvIntake(kpi, thisMonth(), intake).take(csv)))
                .build());
    }

    private Response created(Kpi kpi, Reading reading) {
        Measurement added = measurements.take(kpi.code(), intake -> {
            reading.checkPlace(intake.standing(reading.month()));
            return intake.add(reading);
        });
        return Response.created(URI.create("/api/v1/kpis/" + kpi.code() + "/measurements"))
                .entity(MeasurementView.of(added, kpi.unit()))
                .build();
    }

    private YearMonth thisMonth() {
        return YearMonth.from(today.day());
    }

    private static long after(String cursor) {
        try {
            return cursor == null ? 0 : Long.parseLong(Cursor.decode(cursor, 1).get(0));
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid();
        }
    }
}
