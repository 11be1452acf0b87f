package uk.jointdesk.incident.intake.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.intake.ImportWorker;
import uk.jointdesk.incident.intake.domain.ImportJob;
import uk.jointdesk.incident.intake.domain.RowError;
import uk.jointdesk.incident.intake.format.RowFormat;
import uk.jointdesk.incident.intake.store.ImportIntake;
import uk.jointdesk.incident.intake.store.ImportJobs;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

/** Whole histories from desks, as one streamed body each. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Events by the file: sent once, durable when answered, taken in row by row")
public class ImportResource {

    private static final List<String> STATUSES = List.of("RUNNING", "COMPLETED", "FAILED");

    private final ImportIntake intake;
    private final ImportJobs jobs;
    private final ImportWorker worker;
    private final SourceRights rights;
    private final Caller caller;

    public ImportResource(
            ImportIntake intake, ImportJobs jobs, ImportWorker worker, SourceRights rights, Caller caller) {
        this.intake = intake;
        this.jobs = jobs;
        this.worker = worker;
        this.rights = rights;
        this.caller = caller;
    }

    @POST
    @Consumes({
        "application/x-ndjson",
        "text/csv",
        "application/gzip",
        "application/x-gzip",
        MediaType.APPLICATION_OCTET_STREAM
    })
    @RolesAllowed({Roles.DESK_INTEGRATION, Roles.SERVICE_DESK})
    @Operation(
            summary = "Send events by the file",
            description =
                    "The body is streamed and may be gzip. The answer comes when the whole body is durable; rows are"
                            + " taken in afterwards, bad ones are reported one by one and the good ones go in. Sending the same file"
                            + " again changes nothing. A line of a Hornbill report tells several events and counts as so many rows. A client"
                            + " names only sources that are its own.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)),
                @Content(
                        mediaType = "application/gzip",
                        schema =
                                @Schema(
                                        type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                                        format = "binary"))
            })
    @APIResponse(
            responseCode = "202",
            description = "The body is durable",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "403", description = "The source is not the caller's")
    @APIResponse(responseCode = "422", description = "Unknown source or format")
    public Response send(
            @Parameter(description = "The registered desk, as `hornbill-lbl`", required = true) @QueryParam("source")
                    String source,
            @Parameter(description = "ndjson, csv, servicenow-audit or hornbill-report", required = true)
                    @QueryParam("format")
                    String format,
            InputStream body)
            throws IOException {
        rights.check(source, "query:source");
        String known = format(format).code();
        UUID id = receive(source, known, body);
        worker.kick();
        URI location = URI.create("/api/v1/imports/" + id);
        return Response.accepted(ImportView.of(job(id))).location(location).build();
    }

    @GET
    @RolesAllowed({
        Roles.DESK_INTEGRATION,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.PLATFORM_ADMIN,
        Roles.SUITE_SERVICE
    })
    @Operation(summary = "List imports", description = "The latest first; an integration sees its own.")
    public Page<ImportView> list(
            @QueryParam("source") String source,
            @Parameter(description = "RUNNING, COMPLETED or FAILED") @QueryParam("status") String status,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        if (status != null && !STATUSES.contains(status)) {
            throw Refusal.malformed(
                    "parameter-invalid",
                    "There is no such status.",
                    FieldError.query("status", String.join(", ", STATUSES)));
        }
        return jobs.page(new ImportJobs.Filter(source, status, onlyClient()), cursor, Limit.of(limit))
                .map(ImportView::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Roles.DESK_INTEGRATION,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.PLATFORM_ADMIN,
        Roles.SUITE_SERVICE
    })
    @Operation(summary = "Read an import", description = "Counters grow with every batch that is committed.")
    @APIResponse(responseCode = "200", description = "The import as it stands")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public ImportView read(@PathParam("id") String id) {
        return ImportView.of(job(id(id)));
    }

    @GET
    @Path("{id}/errors")
    @RolesAllowed({
        Roles.DESK_INTEGRATION,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.PLATFORM_ADMIN,
        Roles.SUITE_SERVICE
    })
    @Operation(
            summary = "List the rows that did not go in",
            description = "In the order of the body, each with its reason.")
    @APIResponse(responseCode = "200", description = "A page of row errors")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public Page<RowError> errors(
            @PathParam("id") String id, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        UUID found = job(id(id)).id();
        return jobs.errors(found, cursor, Limit.of(limit));
    }

    private UUID receive(String source, String format, InputStream body) {
        try {
            return intake.receive(source, format, body);
        } catch (IOException broken) {
            throw Refusal.malformed("upload-interrupted", "The body ended before it was complete.");
        }
    }

    private static RowFormat format(String format) {
        return RowFormat.of(format)
                .orElseThrow(() -> Refusal.refused(
                        "format-unknown",
                        "Rows are read as ndjson, csv, servicenow-audit or hornbill-report.",
                        FieldError.query("format", "ndjson, csv, servicenow-audit or hornbill-report")));
    }

    private ImportJob job(UUID id) {
        return jobs.find(id, onlyClient()).orElseThrow(Refusal::notFound);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.notFound();
        }
    }

    /** Who sees every partner sees every import; an integration sees its own. */
    private String onlyClient() {
        return caller.scope().all() ? null : caller.client();
    }
}
