package uk.jointdesk.incident.notification.web;

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
import java.io.InputStream;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.notification.domain.DeliveryState;
import uk.jointdesk.incident.notification.domain.Subscription;
import uk.jointdesk.incident.notification.store.Deliveries;
import uk.jointdesk.incident.notification.store.Subscriptions;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.incident.web.PathId;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

/** What a subscriber was told or could not be told. */
@Path("/api/v1/subscriptions/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions")
public class DeliveryResource {

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Body bodies;

    public DeliveryResource(Subscriptions subscriptions, Deliveries deliveries, Body bodies) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.bodies = bodies;
    }

    @GET
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER, Roles.PLATFORM_ADMIN, Roles.AUDITOR
    })
    @Operation(
            summary = "List a subscription's deliveries",
            description = "The latest first; `state=DEAD` for what was given up.")
    @APIResponse(responseCode = "200", description = "A page of deliveries")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public Page<DeliveryView> list(
            @PathParam("id") String id,
            @Parameter(description = "PENDING, DELIVERED or DEAD") @QueryParam("state") String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        Subscription subscription = subscriptions.find(PathId.of(id));
        return deliveries
                .page(subscription.id(), state(state), cursor, Limit.of(limit))
                .map(DeliveryView::of);
    }

    @POST
    @Path("{delivery}/replay")
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER, Roles.PLATFORM_ADMIN})
    @Operation(
            summary = "Deliver one announcement again",
            description = "Under the id it had, so that a receiver that has it already can tell.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "403", description = "Somebody else made the subscription")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "409", description = "The subscription is switched off")
    public Response replay(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        Subscription subscription = active(id);
        return Response.accepted(DeliveryView.of(deliveries.replay(subscription.id(), PathId.of(delivery))))
                .build();
    }

    @POST
    @Path("replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER, Roles.PLATFORM_ADMIN})
    @Operation(summary = "Deliver a span of time again", description = "Everything that was put out in it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Replay.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Replay.Begun.class)))
    @APIResponse(responseCode = "403", description = "Somebody else made the subscription")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "409", description = "The subscription is switched off")
    public Response replaySpan(@PathParam("id") String id, InputStream body) {
        Subscription subscription = active(id);
        Replay span = bodies.read(body, Replay.class);
        span.check();
        int begun = deliveries.replay(subscription.id(), span.from(), span.to(), span.state());
        return Response.accepted(new Replay.Begun(begun)).build();
    }

    private Subscription active(String id) {
        Subscription subscription = subscriptions.changeable(PathId.of(id));
        if (!subscription.active()) {
            throw Refusal.conflict("subscription-inactive", "The subscription is switched off; switch it on first.");
        }
        return subscription;
    }

    private static DeliveryState state(String asked) {
        if (asked == null) {
            return null;
        }
        return Arrays.stream(DeliveryState.values())
                .filter(state -> state.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed(
                        "parameter-invalid",
                        "A filter has a value it cannot have.",
                        FieldError.query("state", "is PENDING, DELIVERED or DEAD")));
    }
}
