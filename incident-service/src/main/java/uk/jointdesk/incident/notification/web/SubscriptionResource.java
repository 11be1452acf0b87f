package uk.jointdesk.incident.notification.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.notification.WebhookSignature;
import uk.jointdesk.incident.notification.domain.Channel;
import uk.jointdesk.incident.notification.domain.Subscription;
import uk.jointdesk.incident.notification.store.Subscriptions;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.incident.web.PatchedDocument;
import uk.jointdesk.incident.web.PathId;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** Who is told what, and how. */
@Path("/api/v1/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions", description = "Being told of escalations, major incidents and surveys")
public class SubscriptionResource {

    private static final Duration CHANGE_OVER = Duration.ofHours(24);

    private final Subscriptions subscriptions;
    private final SubscriptionRules rules;
    private final Idempotency idempotency;
    private final Body bodies;
    private final PatchedDocument patches;
    private final Clock clock;

    public SubscriptionResource(
            Subscriptions subscriptions,
            SubscriptionRules rules,
            Idempotency idempotency,
            Body bodies,
            PatchedDocument patches,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.rules = rules;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.patches = patches;
        this.clock = clock;
    }

    /** The key that signs a subscription's webhooks from now on. */
    public record Secret(
            @Schema(description = "Shown this once", examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
            String secret) {}

    @GET
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER, Roles.PLATFORM_ADMIN, Roles.AUDITOR
    })
    @Operation(
            summary = "List subscriptions",
            description = "Those that the caller made, or everybody's for who sees every partner; the oldest first.")
    public Page<SubscriptionView> list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return subscriptions.page(cursor, Limit.of(limit)).map(found -> SubscriptionView.of(found, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER, Roles.PLATFORM_ADMIN})
    @Operation(
            summary = "Subscribe",
            description =
                    "By webhook (Standard Webhooks; the answer holds the secret, this once) or by e-mail. A repeated request"
                            + " with the same Idempotency-Key is answered without the secret.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SubscriptionTerms.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(responseCode = "403", description = "A partner is not the caller's")
    @APIResponse(responseCode = "422", description = "A field breaks a rule")
    public Response subscribe(@HeaderParam("Idempotency-Key") String key, InputStream body) {
        SubscriptionTerms terms = bodies.read(body, SubscriptionTerms.class);
        Subscription wanted = rules.made(terms, clock.instant());
        byte[] signingKey = terms.channel() == Channel.WEBHOOK ? WebhookSignature.newKey() : null;
        Response first = idempotency.once(
                key,
                Map.of("path", "subscriptions", "body", terms),
                () -> created(subscriptions.add(wanted, signingKey)));
        // Kept answers hold no secret; only the request that made it is told.
        boolean made = signingKey != null && first.getEntity() instanceof SubscriptionView;
        return made
                ? Response.fromResponse(first)
                        .entity(SubscriptionView.of(wanted, WebhookSignature.secret(signingKey)))
                        .build()
                : first;
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER, Roles.PLATFORM_ADMIN, Roles.AUDITOR
    })
    @Operation(summary = "Read a subscription")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public Response read(@PathParam("id") String id) {
        return answer(subscriptions.find(PathId.of(id)));
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER, Roles.PLATFORM_ADMIN})
    @Operation(
            summary = "Change a subscription",
            description =
                    "JSON merge patch; If-Match names the version it starts from. `active` switches one back on that a"
                            + " receiver's 410 switched off.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = SubscriptionTerms.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(responseCode = "403", description = "Somebody else made it")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, InputStream body) {
        UUID known = subscriptions.changeable(PathId.of(id)).id();
        long expected = Version.required(ifMatch);
        JsonNode patch = patches.read(body);
        return answer(subscriptions.change(
                known,
                expected,
                now -> rules.changed(now, patches.apply(patch, SubscriptionTerms.of(now), SubscriptionTerms.class))));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER, Roles.PLATFORM_ADMIN})
    @Operation(summary = "Unsubscribe", description = "What was not delivered yet goes too.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "403", description = "Somebody else made it")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response remove(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        UUID known = subscriptions.changeable(PathId.of(id)).id();
        subscriptions.remove(known, Version.required(ifMatch));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/secret")
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER, Roles.PLATFORM_ADMIN})
    @Operation(
            summary = "Change the secret",
            description = "For 24 hours webhooks carry a signature of the former secret too.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Secret.class)))
    @APIResponse(responseCode = "403", description = "Somebody else made it")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    @APIResponse(responseCode = "409", description = "It is not a webhook")
    public Secret changeSecret(@PathParam("id") String id) {
        byte[] key = WebhookSignature.newKey();
        subscriptions.changeKey(PathId.of(id), key, clock.instant().plus(CHANGE_OVER));
        return new Secret(WebhookSignature.secret(key));
    }

    private static Response created(Subscription made) {
        return Response.created(URI.create("/api/v1/subscriptions/" + made.id()))
                .tag(Version.tag(made.version()))
                .entity(SubscriptionView.of(made, null))
                .build();
    }

    private static Response answer(Subscription found) {
        return Response.ok(SubscriptionView.of(found, null))
                .tag(Version.tag(found.version()))
                .build();
    }
}
