package uk.jointdesk.finance.export.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.Choice;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.export.domain.BeancountText;
import uk.jointdesk.finance.export.domain.HledgerText;
import uk.jointdesk.finance.export.domain.PlainText;
import uk.jointdesk.finance.posting.store.WholeYear;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/journal.hledger")
@Tag(name = "Ledger")
public class JournalExportResource {
    private static final String TEXT = "text/plain;charset=UTF-8";
    private final WholeYear journals;
    private final YearParameter years;
    private final WholeService wholeService;

    public JournalExportResource(WholeYear journals, YearParameter years, WholeService wholeService) {
        this.journals = journals;
        this.years = years;
        this.wholeService = wholeService;
    }

    /** Which program is to read it. */
    enum Format {
        HLEDGER,
        BEANCOUNT
    }

    @GET
    @Produces(TEXT)
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR})
    @Operation(
            operationId = "exportJournal",
            summary = "Every journal of a year as plain text, to be added again by another program",
            description = "hledger and ledger read the first format, Beancount the other. Balances are those of"
                    + " /api/v1/trial-balance.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)))
    public Response export(
            @QueryParam("financialYear") String financialYear,
            @Parameter(description = "hledger (also for ledger), or beancount") @QueryParam("format") String format) {
        wholeService.required();
        FinancialYear year = years.required(financialYear);
        Format wanted = Choice.of("format", format == null ? null : format.toUpperCase(Locale.ROOT), Format.class);
        PlainText text = wanted == Format.BEANCOUNT ? new BeancountText() : new HledgerText();
        StreamingOutput output = stream -> write(stream, year, text);
        return Response.ok(output, TEXT).build();
    }

    private void write(OutputStream stream, FinancialYear year, PlainText text) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        writer.write(text.header(year));
        try {
            journals.forEach(year, posted -> {
                try {
                    writer.write(text.journal(posted));
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        writer.flush();
    }
}
