package uk.jointdesk.incident.catalogue.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.catalogue.domain.QueuedTask;
import uk.jointdesk.incident.catalogue.store.TaskQueue;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.scope.Roles;

/** What teams have to do. */
@Path("/api/v1/tickets/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class TaskQueueResource {

    private final TaskQueue queue;

    public TaskQueueResource(TaskQueue queue) {
        this.queue = queue;
    }

    @GET
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER, Roles.AUDITOR})
    @Operation(
            summary = "List what teams have to do",
            description = "Tasks that are READY or STARTED, of open tickets, the one that has waited longest first.")
    public Page<QueuedTask> tasks(
            @Parameter(description = "Only this team's") @QueryParam("queue") String team,
            @Parameter(description = "Only what was escalated") @QueryParam("escalated") Boolean escalated,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return queue.page(team, Boolean.TRUE.equals(escalated), cursor, Limit.of(limit));
    }
}
