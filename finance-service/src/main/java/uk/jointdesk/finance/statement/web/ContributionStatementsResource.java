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

/** What one council pays for a year, with the sum that leads to each figure. */
@Path("/api/v1/contribution-statements")
@Blocking
@Tag(name = "Statements")
public class ContributionStatementsResource {
    private final ContributionStatements statements;

    public ContributionStatementsResource(ContributionStatements statements) {
        this.statements = statements;
    }

    @GET
    @Path("{partner}/{financialYear}")
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "contributionStatement",
            summary = "A council's contribution statement",
            description = "Pools, terms, direct charges and sub-bodies, each figure with the cells that lead to it; all"
                    + " other partners are one sum. A council sees its own only.")
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatementView.class)))
    @APIResponse(responseCode = "404", description = "Not yours, or nothing is paid")
    public Response statement(
            @PathParam("partner") String partner,
            @PathParam("financialYear") String financialYear,
            @QueryParam("basis") String basis,
            @QueryParam("period") Integer period) {
        return Ending.JSON.of(statements.of(partner, financialYear, basis, period));
    }

    @GET
    @Path("{partner}/{financialYear}.{ending}")
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "contributionStatementFile",
            summary = "A council's contribution statement as a file",
            description = "json, html (an accessible page), pdf (PDF/UA), xlsx or csv (a row for each cell). The ending"
                    + " decides, whatever the Accept header says.")
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
    @APIResponse(responseCode = "404", description = "Not yours, nothing is paid, or no such ending")
    public Response file(
            @PathParam("partner") String partner,
            @PathParam("financialYear") String financialYear,
            @Parameter(schema = @Schema(enumeration = {"json", "html", "pdf", "xlsx", "csv"})) @PathParam("ending")
                    String ending,
            @QueryParam("basis") String basis,
            @QueryParam("period") Integer period) {
        return Ending.of(ending).of(statements.of(partner, financialYear, basis, period));
    }
}
