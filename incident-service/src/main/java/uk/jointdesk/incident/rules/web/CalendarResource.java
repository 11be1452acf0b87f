package uk.jointdesk.incident.rules.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.rules.store.CalendarStore;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.incident.web.RegisterRights;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.rules.CalendarDocument;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** When the service works. */
@Path("/api/v1/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars", description = "Service hours, special days and holidays, in dated versions")
public class CalendarResource {

    private final CalendarStore calendars;
    private final RegisterRights rights;
    private final Idempotency idempotency;
    private final Body bodies;

    public CalendarResource(CalendarStore calendars, RegisterRights rights, Idempotency idempotency, Body bodies) {
        this.calendars = calendars;
        this.rights = rights;
        this.idempotency = idempotency;
        this.bodies = bodies;
    }

    @GET
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.DESK_INTEGRATION,
        Roles.PERFORMANCE_ANALYST,
        Roles.FINANCE_OFFICER,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.PLATFORM_ADMIN,
        Roles.SUITE_SERVICE
    })
    @Operation(summary = "List the calendars", description = "Each with all its dated versions.")
    public Page<CalendarDocument> list() {
        return Page.whole(calendars.all());
    }

    @GET
    @Path("{code}")
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.DESK_INTEGRATION,
        Roles.PERFORMANCE_ANALYST,
        Roles.FINANCE_OFFICER,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.PLATFORM_ADMIN,
        Roles.SUITE_SERVICE
    })
    @Operation(summary = "Read a calendar", description = "The ETag is the version to name when replacing it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CalendarDocument.class)))
    @APIResponse(responseCode = "404", description = "There is no such calendar")
    public Response read(@PathParam("code") String code) {
        return answer(calendars.find(code).orElseThrow(Refusal::notFound));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Operation(
            summary = "Add a calendar",
            description =
                    "A calendar that never opens, or a window that closes at 23:59, is refused; the end of a day is 24:00.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CalendarDocument.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CalendarDocument.class)))
    @APIResponse(responseCode = "409", description = "The code is taken")
    @APIResponse(responseCode = "422", description = "The calendar cannot be meant as written")
    public Response add(@HeaderParam("Idempotency-Key") String key, InputStream sent) {
        rights.checkWritable();
        CalendarDocument body = bodies.read(sent, CalendarDocument.class);
        CalendarDocument calendar = checked(body);
        return idempotency.once(key, Map.of("path", "calendars", "body", body), () -> created(calendars.add(calendar)));
    }

    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Operation(
            summary = "Give a calendar a new dated version",
            description =
                    "Send the calendar with all its versions. Those that are there stay as they are: figures rest on them.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CalendarDocument.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CalendarDocument.class)))
    @APIResponse(responseCode = "409", description = "A version that is there would change")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response extend(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, InputStream sent) {
        rights.checkWritable();
        CalendarDocument body = bodies.read(sent, CalendarDocument.class);
        long expected = Version.required(ifMatch);
        if (body.code() != null && !body.code().equals(code)) {
            throw Refusal.refused(
                    "calendar-code-differs",
                    "Path and body name different calendars.",
                    new FieldError("/code", "is not " + code));
        }
        CalendarDocument wanted = checked(new CalendarDocument(code, body.zone(), body.versions()));
        return answer(calendars.extend(wanted, expected));
    }

    private static CalendarDocument checked(CalendarDocument body) {
        if (body.code() == null || !body.code().matches("[A-Z][A-Z0-9-]{0,19}")) {
            throw Refusal.refused(
                    "calendar-code-refused",
                    "A calendar has a code.",
                    new FieldError("/code", "is capital letters, digits and hyphens"));
        }
        // The written form that comes back is the one that was understood.
        return CalendarDocument.of(body.toCalendar());
    }

    private static Response created(CalendarStore.Kept kept) {
        return Response.created(
                        URI.create("/api/v1/calendars/" + kept.calendar().code()))
                .tag(Version.tag(kept.version()))
                .entity(kept.calendar())
                .build();
    }

    private static Response answer(CalendarStore.Kept kept) {
        return Response.ok(kept.calendar()).tag(Version.tag(kept.version())).build();
    }
}
