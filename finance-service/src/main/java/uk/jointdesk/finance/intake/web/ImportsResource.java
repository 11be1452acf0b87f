package uk.jointdesk.finance.intake.web;

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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.intake.ImportWorker;
import uk.jointdesk.finance.intake.domain.Field;
import uk.jointdesk.finance.intake.domain.ImportJob;
import uk.jointdesk.finance.intake.domain.ImportProfile;
import uk.jointdesk.finance.intake.domain.RowError;
import uk.jointdesk.finance.intake.store.ImportIntake;
import uk.jointdesk.finance.intake.store.ImportJobs;
import uk.jointdesk.finance.intake.store.ImportProfiles;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

/** Extracts of a council's own ledger, as one streamed body each. */
@Path("/api/v1/postings/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Payments by the file: sent once, durable when answered, posted row by row")
public class ImportsResource {
    private final ImportIntake intake;
    private final ImportJobs jobs;
    private final ImportProfiles profiles;
    private final ImportWorker worker;
    private final WholeService wholeService;

    public ImportsResource(
            ImportIntake intake,
            ImportJobs jobs,
            ImportProfiles profiles,
            ImportWorker worker,
            WholeService wholeService) {
        this.intake = intake;
        this.jobs = jobs;
        this.profiles = profiles;
        this.worker = worker;
        this.wholeService = wholeService;
    }

    @POST
    @Consumes({"text/csv", "application/gzip", "application/x-gzip", MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "importPostings",
            summary = "Send an extract of a ledger",
            description = "The body is streamed and may be gzip. The answer comes when the whole body is durable; rows"
                    + " are posted afterwards, bad ones are reported one by one and the good ones go in. Sending the same"
                    + " or an overlapping file again posts only what is new.")
    @RequestBody(
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/gzip", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "202",
            description = "The body is durable",
            headers = @Header(name = "Location", description = "Where the import is followed"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "422", description = "Unknown profile or format, or a date is missing")
    public Response send(
            @Parameter(description = "Name of an import profile; its latest version is taken") @QueryParam("profile")
                    String profile,
            @Parameter(description = "csv") @QueryParam("format") String format,
            @Parameter(description = "Day of all payments, for a profile without a date column") @QueryParam("date")
                    String date,
            InputStream body)
            throws IOException {
        wholeService.required();
        if (format != null && !format.equals("csv")) {
            throw Refusal.refused("format-unknown", "Extracts are read as csv.", FieldError.query("format", "csv"));
        }
        ImportProfile named = profile(profile);
        UUID id = receive(named, day(named, date), body);
        worker.kick();
        return Response.accepted(ImportView.of(job(id)))
                .location(URI.create("/api/v1/postings/imports/" + id))
                .build();
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "listPostingImports", summary = "Imports, the latest first")
    public Page<ImportView> list(
            @QueryParam("profile") String profile,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        wholeService.required();
        return jobs.page(profile, cursor, Limit.of(limit)).map(ImportView::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "readPostingImport",
            summary = "One import",
            description = "Counters grow with every batch that is committed.")
    public ImportView one(@PathParam("id") UUID id) {
        wholeService.required();
        return ImportView.of(job(id));
    }

    @GET
    @Path("{id}/errors")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "listPostingImportErrors",
            summary = "Rows that did not go in, in the order of the body, each with its reason")
    public Page<RowError> errors(
            @PathParam("id") UUID id, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        wholeService.required();
        return jobs.errors(job(id).id(), cursor, Limit.of(limit));
    }

    private UUID receive(ImportProfile profile, LocalDate day, InputStream body) {
        try {
            return intake.receive(profile, day, body);
        } catch (IOException broken) {
            throw Refusal.malformed("upload-interrupted", "The body ended before it was complete.");
        }
    }

    private ImportProfile profile(String name) {
        return profiles.latest(name == null ? "" : name)
                .map(ImportProfiles.Recorded::profile)
                .orElseThrow(() -> Refusal.refused(
                        "profile-unknown",
                        "There is no such import profile.",
                        FieldError.query("profile", "name of an import profile")));
    }

    private static LocalDate day(ImportProfile profile, String written) {
        if (profile.has(Field.DATE)) {
            return null;
        }
        try {
            return LocalDate.parse(written == null ? "" : written);
        } catch (DateTimeParseException notADay) {
            throw Refusal.refused(
                    "date-missing",
                    "Extracts of this profile have no dates: say of which day they are.",
                    FieldError.query("date", "such as 2021-06-30"));
        }
    }

    private ImportJob job(UUID id) {
        return jobs.find(id).orElseThrow(Refusal::notFound);
    }
}
