package uk.jointdesk.finance.statement.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.scope.Roles;

/** Statements about the service as a whole, as the boards see them. */
@Path("/api/v1/statements")
@Blocking
@Tag(name = "Statements")
public class StatementsResource {
    private static final String FILE = "json, html (an accessible page), pdf (PDF/UA), xlsx or csv (a row for each"
            + " cell). The ending decides, whatever the Accept header says.";
    private final ServiceStatements statements;

    public StatementsResource(ServiceStatements statements) {
        this.statements = statements;
    }

    @GET
    @Path("budget-monitoring/{financialYear}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "budgetMonitoringStatement",
            summary = "Budget monitoring statement: budget, actual, forecast, variance and basis, Covid-19 apart")
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatementView.class)))
    public Response monitoring(@PathParam("financialYear") String financialYear, @QueryParam("period") Integer period) {
        return Ending.JSON.of(statements.monitoring(financialYear, period));
    }

    @GET
    @Path("budget-monitoring/{financialYear}.{ending}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "budgetMonitoringStatementFile",
            summary = "Budget monitoring statement as a file",
            description = FILE)
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StatementView.class)),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = Ending.WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "The year is not open, or there is no such ending")
    public Response monitoringFile(
            @PathParam("financialYear") String financialYear,
            @Parameter(schema = @Schema(enumeration = {"json", "html", "pdf", "xlsx", "csv"})) @PathParam("ending")
                    String ending,
            @QueryParam("period") Integer period) {
        return Ending.of(ending).of(statements.monitoring(financialYear, period));
    }

    @GET
    @Path("covid/{financialYear}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "covidStatement",
            summary = "Covid-19 expenditure in the year and since it began, by partner and by year")
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatementView.class)))
    public Response covid(@PathParam("financialYear") String financialYear) {
        return Ending.JSON.of(statements.covid(financialYear));
    }

    @GET
    @Path("covid/{financialYear}.{ending}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "covidStatementFile", summary = "Covid-19 expenditure as a file", description = FILE)
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StatementView.class)),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = Ending.WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "The year is not open, or there is no such ending")
    public Response covidFile(
            @PathParam("financialYear") String financialYear,
            @Parameter(schema = @Schema(enumeration = {"json", "html", "pdf", "xlsx", "csv"})) @PathParam("ending")
                    String ending) {
        return Ending.of(ending).of(statements.covid(financialYear));
    }

    @GET
    @Path("three-years/{financialYear}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "threeYearsStatement",
            summary = "The year before, the year and the year after: budget, actual and forecast of each kind of cost")
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatementView.class)))
    public Response threeYears(@PathParam("financialYear") String financialYear, @QueryParam("period") Integer period) {
        return Ending.JSON.of(statements.threeYears(financialYear, period));
    }

    @GET
    @Path("three-years/{financialYear}.{ending}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "threeYearsStatementFile", summary = "The three-year view as a file", description = FILE)
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StatementView.class)),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = Ending.WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "The year is not open, or there is no such ending")
    public Response threeYearsFile(
            @PathParam("financialYear") String financialYear,
            @Parameter(schema = @Schema(enumeration = {"json", "html", "pdf", "xlsx", "csv"})) @PathParam("ending")
                    String ending,
            @QueryParam("period") Integer period) {
        return Ending.of(ending).of(statements.threeYears(financialYear, period));
    }
}
