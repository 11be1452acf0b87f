package uk.jointdesk.kpi.pack.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.pack.domain.Heading;
import uk.jointdesk.kpi.pack.domain.PackDocument;
import uk.jointdesk.kpi.pack.output.CsvOutput;
import uk.jointdesk.kpi.pack.output.HtmlOutput;
import uk.jointdesk.kpi.pack.output.PdfOutput;
import uk.jointdesk.kpi.pack.output.XlsxOutput;

/**
 * A pack as a file. Of a published one the same bytes every time. The ending of the path decides what kind of file it is,
 * whatever the Accept header says.
 */
@Path("/api/v1/packs")
@Blocking
@RolesAllowed({
    Roles.BOARD_MEMBER,
    Roles.PERFORMANCE_ANALYST,
    Roles.AUDITOR,
    Roles.SERVICE_DESK,
    Roles.FINANCE_OFFICER,
    Roles.SUITE_SERVICE,
    Roles.BOROUGH_CLIENT
})
@Tag(name = "Packs")
public class PackFileResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String FORMAT =
            "The heading, and the sections with their tables of figures; decimals are text, what is empty is left out";

    private final PackReader reader;

    public PackFileResource(PackReader reader) {
        this.reader = reader;
    }

    @GET
    @Path("{id}.json")
    @Operation(
            operationId = "packJson",
            summary = "A pack as the bytes that are digested and signed",
            description =
                    "Canonical JSON (RFC 8785): cells with numerator, denominator, exclusions, definitions and, for"
                            + " the board, the tickets behind them. audience asks for a wider audience's copy.")
    @APIResponse(
            responseCode = "200",
            description = "The pack; once published, byte for byte as it was digested",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            description = FORMAT,
                                            requiredProperties = {"format", "heading"},
                                            properties = {
                                                @SchemaProperty(
                                                        name = "format",
                                                        type = SchemaType.STRING,
                                                        enumeration = PackDocument.FORMAT),
                                                @SchemaProperty(name = "heading", implementation = Heading.class)
                                            })))
    public Response json(@PathParam("id") String id, @QueryParam("audience") String audience) {
        PackReader.Copy copy = reader.copy(id, audience);
        return file(copy, copy.bytes(), MediaType.APPLICATION_JSON, "inline", id + ".json");
    }

    @GET
    @Path("{id}.html")
    @Operation(operationId = "packHtml", summary = "A pack as an accessible page that needs no script")
    @APIResponse(
            responseCode = "200",
            description = "The pack",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    public Response html(@PathParam("id") String id, @QueryParam("audience") String audience) {
        PackReader.Copy copy = reader.copy(id, audience);
        byte[] page = HtmlOutput.bytes(copy.document(), copy.digest());
        return file(copy, page, "text/html;charset=UTF-8", "inline", id + ".html");
    }

    @GET
    @Path("{id}.pdf")
    @Operation(operationId = "packPdf", summary = "A pack as a tagged PDF (PDF/UA)")
    @APIResponse(
            responseCode = "200",
            description = "The pack",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response pdf(@PathParam("id") String id, @QueryParam("audience") String audience) {
        PackReader.Copy copy = reader.copy(id, audience);
        return file(copy, PdfOutput.bytes(copy.document(), copy.digest()), "application/pdf", "inline", id + ".pdf");
    }

    @GET
    @Path("{id}.xlsx")
    @Operation(operationId = "packXlsx", summary = "A pack as a workbook, numbers as numbers")
    @APIResponse(
            responseCode = "200",
            description = "The pack",
            content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response xlsx(@PathParam("id") String id, @QueryParam("audience") String audience) {
        PackReader.Copy copy = reader.copy(id, audience);
        return file(copy, XlsxOutput.bytes(copy.document(), copy.digest()), XLSX, "attachment", id + ".xlsx");
    }

    @GET
    @Path("{id}.csv")
    @Operation(operationId = "packCsv", summary = "A pack as tidy data, one row a cell")
    @APIResponse(
            responseCode = "200",
            description = "The pack",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response csv(@PathParam("id") String id, @QueryParam("audience") String audience) {
        PackReader.Copy copy = reader.copy(id, audience);
        String type = "text/csv;charset=UTF-8;header=present";
        return file(copy, CsvOutput.bytes(copy.document()), type, "attachment", id + ".csv");
    }

    /** What an author wrote is never run: no script, no frame, nothing from elsewhere. */
    private static Response file(PackReader.Copy copy, byte[] bytes, String type, String disposition, String name) {
        Response.ResponseBuilder file = Response.ok(bytes)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition + "; filename=\"pack-" + name + "\"")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header("X-Content-Type-Options", "nosniff");
        if (copy.seal() == null) {
            file.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return file.build();
    }
}
