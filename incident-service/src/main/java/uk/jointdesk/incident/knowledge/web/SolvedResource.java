package uk.jointdesk.incident.knowledge.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.knowledge.domain.Article;
import uk.jointdesk.incident.knowledge.store.ArticleUses;
import uk.jointdesk.incident.knowledge.store.Articles;
import uk.jointdesk.incident.ticket.store.Tickets;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.incident.web.PathId;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

/** Whom an article has helped. */
@Path("/api/v1/knowledge/{id}/solved")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Knowledge base")
public class SolvedResource {

    private final Articles articles;
    private final ArticleUses uses;
    private final Tickets tickets;
    private final KnowledgeReaders readers;
    private final Idempotency idempotency;
    private final Body bodies;

    public SolvedResource(
            Articles articles,
            ArticleUses uses,
            Tickets tickets,
            KnowledgeReaders readers,
            Idempotency idempotency,
            Body bodies) {
        this.articles = articles;
        this.uses = uses;
        this.tickets = tickets;
        this.readers = readers;
        this.idempotency = idempotency;
        this.bodies = bodies;
    }

    /** What an article has solved. */
    public record Solved(
            @Schema(description = "The ticket whose problem it was, if there is one")
            String ticket) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Say that an article solved a problem",
            description = "With the ticket whose problem it was, if there is one; of one ticket this counts once.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Solved.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ArticleView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not meant for the caller")
    @APIResponse(responseCode = "422", description = "There is no such ticket for the caller")
    public Response solved(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, InputStream body) {
        Article article = articles.find(PathId.of(id), readers.readership());
        Solved said = bodies.read(body, Solved.class);
        String partner = said.ticket() == null ? null : partnerOf(said.ticket());
        Map<String, Object> request = Map.of("path", "knowledge/" + article.id() + "/solved", "body", said);
        return idempotency.once(key, request, () -> {
            uses.solved(article.id(), partner, said.ticket());
            ArticleView view = ArticleView.of(article, null, uses.of(article.id()), readers.seesPartners());
            return Response.status(Response.Status.CREATED).entity(view).build();
        });
    }

    private String partnerOf(String ticket) {
        try {
            Tickets.Seen seen = tickets.see(ticket);
            if (seen.heldUntil() == null) {
                return seen.ticket().partner();
            }
        } catch (Refusal unknown) {
            // Told below, in the words for a ticket that the caller named in a body.
        }
        throw Refusal.refused("ticket-unknown", "There is no such ticket.", new FieldError("/ticket", "is unknown"));
    }
}
