package uk.jointdesk.incident.catalogue.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.catalogue.domain.Task;
import uk.jointdesk.incident.catalogue.store.Requests;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** What is done about a request, by whom. */
@Path("/api/v1/tickets/{reference}/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class TaskResource {

    private final Requests requests;
    private final Body bodies;

    public TaskResource(Requests requests, Body bodies) {
        this.requests = requests;
        this.bodies = bodies;
    }

    @GET
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER, Roles.AUDITOR})
    @Operation(
            summary = "List the tasks of a request",
            description = "WAITING for an approval or other tasks, READY with their queue, STARTED, or DONE.")
    @APIResponse(responseCode = "200", description = "All tasks, in the order of the item")
    @APIResponse(responseCode = "404", description = "Unknown, not the caller's, or not out of the catalogue")
    public Page<Task> tasks(@PathParam("reference") String reference) {
        return Page.whole(requests.tasks(requests.read(reference).ticket()));
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Start, finish or hand over a task",
            description = "When the last task is done the ticket is RESOLVED. If-Match names the task's version.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = TaskChange.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Task.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "409", description = "The task, its approval or its ticket does not allow it")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("reference") String reference,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            InputStream body) {
        UUID task = known(reference, id);
        long expected = Version.required(ifMatch);
        TaskChange wanted = bodies.read(body, TaskChange.class);
        Task changed = requests.move(reference, task, expected, wanted.to(), wanted.queue());
        return Response.ok(changed).tag(Version.tag(changed.version())).build();
    }

    private UUID known(String reference, String id) {
        return requests.tasks(requests.read(reference).ticket()).stream()
                .map(Task::id)
                .filter(task -> task.toString().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
