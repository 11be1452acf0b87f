package uk.jointdesk.kpi.published.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
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
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.published.domain.Check;
import uk.jointdesk.kpi.published.domain.Finding;
import uk.jointdesk.kpi.published.domain.PublishedTable;
import uk.jointdesk.kpi.published.store.PublishedStore;
import uk.jointdesk.kpi.published.store.PublishedStore.Recorded;
import uk.jointdesk.kpi.web.Body;
import uk.jointdesk.kpi.web.RegisterRights;

/** Figures that were published elsewhere, and what is wrong with them. */
@Path(PublishedResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class PublishedResource {

    static final String PATH = "/api/v1/performance/published";

    private final PublishedStore tables;
    private final RegisterRights rights;
    private final Idempotency idempotency;
    private final Body bodies;
    private final Validator validator;
    private final Caller caller;
    private final Clock clock;

    public PublishedResource(
            PublishedStore tables,
            RegisterRights rights,
            Idempotency idempotency,
            Body bodies,
            Validator validator,
            Caller caller,
            Clock clock) {
        this.tables = tables;
        this.rights = rights;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.validator = validator;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PERFORMANCE_ANALYST)
    @Operation(
            operationId = "recordPublishedTable",
            summary = "Take down a table that was published elsewhere",
            description =
                    "It is kept as it was published. What is wrong with it comes back as findings, never silently.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PublishedDocument.class)))
    @APIResponse(
            responseCode = "201",
            description = "The table and what is wrong with it",
            headers = @Header(name = "Location", description = "Where it is read"),
            content = @Content(schema = @Schema(implementation = PublishedView.class)))
    @APIResponse(responseCode = "422", description = "A figure that cannot be, or a period without days")
    public Response record(@HeaderParam("Idempotency-Key") String key, InputStream body) {
        rights.checkWritable();
        return recorded(key, bodies.read(body, PublishedDocument.class));
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed(Roles.PERFORMANCE_ANALYST)
    @Operation(
            operationId = "recordPublishedCsv",
            summary = "Take down a table that was published elsewhere, from CSV",
            description = "Heading priority,partner and a column a period, or month and a column a series.")
    @APIResponse(
            responseCode = "201",
            description = "The table and what is wrong with it",
            headers = @Header(name = "Location", description = "Where it is read"),
            content = @Content(schema = @Schema(implementation = PublishedView.class)))
    @APIResponse(responseCode = "422", description = "A row that cannot be read, or a column of unknown days")
    public Response recordCsv(@HeaderParam("Idempotency-Key") String key, @BeanParam CsvParams params, String csv) {
        rights.checkWritable();
        PublishedDocument document = params.document(csv);
        var violations = validator.validate(document);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return recorded(key, document);
    }

    @GET
    @RolesAllowed({Roles.PERFORMANCE_ANALYST, Roles.BOARD_MEMBER, Roles.AUDITOR})
    @Operation(operationId = "publishedTables", summary = "The tables taken down, newest first, with their findings")
    public Page<PublishedView> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return PublishedPages.of(limit, cursor, tables)
                .map(recorded -> PublishedView.listed(recorded, findings(recorded.table())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PERFORMANCE_ANALYST, Roles.BOARD_MEMBER, Roles.AUDITOR})
    @Operation(operationId = "publishedTable", summary = "A table as it was published, and what is wrong with it")
    @APIResponse(responseCode = "200", description = "The table with its findings")
    @APIResponse(responseCode = "404", description = "There is none")
    public PublishedView one(@PathParam("id") String id) {
        Recorded recorded = tables.find(id).orElseThrow(Refusal::notFound);
        return PublishedView.whole(recorded, findings(recorded.table()));
    }

    private Response recorded(String key, PublishedDocument document) {
        PublishedTable table = document.toTable(UUID.randomUUID().toString());
        return idempotency.once(key, Map.of("path", PATH, "body", document), () -> {
            Recorded recorded = new Recorded(table, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            tables.record(table, recorded.at(), caller.client());
            return Response.created(URI.create(PATH + "/" + table.id()))
                    .entity(PublishedView.whole(recorded, findings(table)))
                    .build();
        });
    }

    /** Worked out anew each time: a table taken down later may say what is wrong with an earlier one. */
    private List<Finding> findings(PublishedTable table) {
        return Check.all(table, tables.ofSource(table.source()));
    }
}
