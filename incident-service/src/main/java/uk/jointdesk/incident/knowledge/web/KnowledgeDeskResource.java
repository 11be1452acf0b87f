package uk.jointdesk.incident.knowledge.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.knowledge.domain.Article;
import uk.jointdesk.incident.knowledge.store.Articles;
import uk.jointdesk.incident.ticket.web.Times;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.incident.web.PatchedDocument;
import uk.jointdesk.incident.web.PathId;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** Writing the knowledge base and keeping it fresh. */
@Path("/api/v1/knowledge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Knowledge base")
public class KnowledgeDeskResource {

    /** Review dates are the desk's days. */
    private static final ZoneId LOCAL = ZoneId.of("Europe/London");

    private final Articles articles;
    private final ArticleRules rules;
    private final KnowledgeReaders readers;
    private final Idempotency idempotency;
    private final Body bodies;
    private final PatchedDocument patches;
    private final Clock clock;

    public KnowledgeDeskResource(
            Articles articles,
            ArticleRules rules,
            KnowledgeReaders readers,
            Idempotency idempotency,
            Body bodies,
            PatchedDocument patches,
            Clock clock) {
        this.articles = articles;
        this.rules = rules;
        this.readers = readers;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.patches = patches;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(summary = "Write an article", description = "It is a draft unless its state says otherwise.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ArticleTerms.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ArticleView.class)))
    @APIResponse(responseCode = "403", description = "The caller does not work for every partner")
    @APIResponse(responseCode = "422", description = "A field breaks a rule")
    public Response write(@HeaderParam("Idempotency-Key") String key, InputStream body) {
        readers.checkWrites();
        ArticleTerms terms = bodies.read(body, ArticleTerms.class);
        Article article = rules.written(terms, clock.instant(), readers.client());
        return idempotency.once(key, Map.of("path", "knowledge", "body", terms), () -> {
            Article added = articles.add(article);
            return Response.created(URI.create("/api/v1/knowledge/" + added.id()))
                    .tag(Version.tag(added.version()))
                    .entity(view(added))
                    .build();
        });
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Change, publish or retire an article",
            description = "JSON merge patch; If-Match names the version it starts from. What it was is kept.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = ArticleTerms.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ArticleView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not meant for the caller")
    @APIResponse(responseCode = "409", description = "The article cannot go to that state from where it stands")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, InputStream body) {
        UUID known = articles.find(PathId.of(id), readers.readership()).id();
        readers.checkWrites();
        long expected = Version.required(ifMatch);
        JsonNode patch = patches.read(body);
        Article changed = articles.change(known, expected, now -> {
            ArticleTerms terms = patches.apply(patch, ArticleTerms.of(now), ArticleTerms.class);
            return rules.changed(now, terms, clock.instant(), readers.client());
        });
        return Response.ok(view(changed)).tag(Version.tag(changed.version())).build();
    }

    @GET
    @Path("{id}/versions")
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER, Roles.AUDITOR})
    @Operation(summary = "Read what an article has been", description = "Every version, the latest first.")
    @APIResponse(responseCode = "200", description = "All versions")
    @APIResponse(responseCode = "404", description = "Unknown, or not meant for the caller")
    public Page<ArticleView> versions(@PathParam("id") String id) {
        UUID known = articles.find(PathId.of(id), readers.readership()).id();
        return Page.whole(articles.versions(known).stream().map(this::view).toList());
    }

    @GET
    @Path("reviews")
    @RolesAllowed({Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER, Roles.AUDITOR})
    @Operation(
            summary = "List articles that are due for review",
            description = "Published articles whose review date has come, the most overdue first.")
    public Page<ArticleView> reviews(
            @Parameter(description = "Due by this day, today unless said otherwise") @QueryParam("by") String by,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        int most = Limit.of(limit);
        List<String> after = cursor == null ? null : Cursor.decode(cursor, 2);
        LocalDate afterDay = after == null ? null : cursorDay(after.get(0));
        UUID afterId = after == null ? null : PathId.of(after.get(1));
        List<Article> due = articles.dueForReview(day(by), afterDay, afterId, most + 1);
        return Page.of(
                        due,
                        most,
                        last -> Cursor.encode(
                                last.text().reviewOn().toString(), last.id().toString()))
                .map(this::view);
    }

    private ArticleView view(Article article) {
        return ArticleView.of(article, null, null, true);
    }

    private LocalDate day(String by) {
        try {
            return by == null ? LocalDate.ofInstant(clock.instant(), LOCAL) : Times.day(by);
        } catch (DateTimeException notADay) {
            throw Refusal.malformed(
                    "parameter-invalid", "A day is written 2021-06-07.", FieldError.query("by", "is not a day"));
        }
    }

    private static LocalDate cursorDay(String text) {
        try {
            return Times.day(text);
        } catch (DateTimeException notOurs) {
            throw Cursor.invalid();
        }
    }
}
