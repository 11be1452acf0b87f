package uk.jointdesk.incident.erasure.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.erasure.domain.Erasure;
import uk.jointdesk.incident.erasure.store.Erasures;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.incident.web.Slice;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

/** The right to be forgotten: a requester's name gives way to a pseudonym, and no figure changes. */
@Path("/api/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasures", description = "Requesters' names taken away, on request or when they were kept long enough")
public class ErasureResource {

    private final Erasures erasures;
    private final Caller caller;
    private final Idempotency idempotency;
    private final Body bodies;

    public ErasureResource(Erasures erasures, Caller caller, Idempotency idempotency, Body bodies) {
        this.erasures = erasures;
        this.caller = caller;
        this.idempotency = idempotency;
        this.bodies = bodies;
    }

    /** Whose name is to be taken away. */
    public record NewErasure(
            @Schema(description = "The requester as it stands in the tickets, in capitals or not")
            @NotBlank
            @Size(max = 200)
            String requester) {}

    /** An erasure that was made. It never says whose. */
    public record ErasureView(
            UUID id,
            Instant at,
            @Schema(description = "REQUEST or RETENTION") String cause,

            @Schema(description = "The client that asked, or the service itself")
            String by,

            @Schema(description = "In how many tickets names stood")
            long tickets,

            @Schema(description = "In how many events") long events) {

        static ErasureView of(Erasure erasure) {
            return new ErasureView(
                    erasure.id(),
                    erasure.at(),
                    erasure.cause().name(),
                    erasure.by(),
                    erasure.tickets(),
                    erasure.events());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Operation(
            summary = "Take a requester's name away",
            description =
                    "In every ticket and event where it stands; there is no way back. Ids, versions and figures stay.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewErasure.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ErasureView.class)))
    @APIResponse(responseCode = "403", description = "The caller does not see everybody's tickets")
    @APIResponse(responseCode = "422", description = "Nobody is named")
    public Response erase(@HeaderParam("Idempotency-Key") String key, InputStream body) {
        if (!caller.scope().all()) {
            throw Refusal.forbidden("partner-not-yours", "A name is taken away everywhere or nowhere.");
        }
        NewErasure wanted = bodies.read(body, NewErasure.class);
        return idempotency.once(
                key,
                Map.of("path", "erasures", "body", wanted),
                () -> erased(wanted.requester().strip()));
    }

    @GET
    @RolesAllowed({Roles.PLATFORM_ADMIN, Roles.AUDITOR})
    @Operation(
            summary = "List erasures",
            description = "In the order in which they were made. None says whose name it was.")
    public Page<ErasureView> list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return Slice.of(erasures.all(), limit, cursor).map(ErasureView::of);
    }

    private Response erased(String requester) {
        Erasure erasure = erasures.ofRequester(requester, caller.client());
        return Response.created(URI.create("/api/v1/erasures"))
                .entity(ErasureView.of(erasure))
                .build();
    }
}
