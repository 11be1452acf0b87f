package uk.jointdesk.finance.driver.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.driver.DriverRecords;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/driver-values/imports")
@Tag(name = "Drivers")
public class DriverImportResource {
    private final DriverRecords records;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public DriverImportResource(DriverRecords records, WholeService wholeService, Idempotency idempotency) {
        this.records = records;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    /** What became of the rows. */
    @Schema(name = "DriverValueIntake")
    public record Report(int rowsRead, int accepted, int duplicates, int rejected, List<RowError> errors) {}

    /** @param row the line of the file, the header being line 1 */
    @Schema(name = "DriverValueRowError")
    public record RowError(long row, String code, String pointer, String message) {}

    @POST
    @Consumes("text/csv")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "importDriverValues",
            summary = "Take in values of drivers as CSV",
            description =
                    "Columns " + DriverCsv.HEADER + ". Good rows go in, bad ones are reported one by one, repeated"
                            + " ones change nothing; a row that corrects a value says why in the column correction.")
    @APIResponse(
            responseCode = "200",
            description = "What became of the rows",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Report.class)))
    @APIResponse(responseCode = "400", description = "It is not CSV, or has another header")
    @APIResponse(responseCode = "413", description = "More than 10,000 rows")
    public Response take(@HeaderParam("Idempotency-Key") String key, @NotNull String body) {
        wholeService.required();
        DriverCsv csv = DriverCsv.read(body);
        return idempotency.once(key, List.of("driver-values/imports", body), () -> Response.ok(report(csv))
                .build());
    }

    private Report report(DriverCsv csv) {
        List<RowError> errors = new ArrayList<>();
        DriverRecords.Intake intake = records.intake();
        int accepted = 0;
        int duplicates = 0;
        for (DriverCsv.Row row : csv.rows()) {
            try {
                boolean isNew = intake.take(row.reported()).isNew();
                accepted += isNew ? 1 : 0;
                duplicates += isNew ? 0 : 1;
            } catch (RuleBroken broken) {
                errors.add(new RowError(row.line(), broken.code(), broken.pointer(), broken.getMessage()));
            }
        }
        return new Report(csv.rows().size(), accepted, duplicates, errors.size(), errors);
    }
}
