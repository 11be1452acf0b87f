package uk.jointdesk.incident.knowledge.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.knowledge.MarkdownPage;
import uk.jointdesk.incident.knowledge.domain.Article;
import uk.jointdesk.incident.knowledge.domain.ArticleState;
import uk.jointdesk.incident.knowledge.store.ArticleSearch;
import uk.jointdesk.incident.knowledge.store.ArticleSearch.Wanted;
import uk.jointdesk.incident.knowledge.store.ArticleUses;
import uk.jointdesk.incident.knowledge.store.Articles;
import uk.jointdesk.incident.web.PathId;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** What the desk knows, for everybody it is meant for. */
@Path("/api/v1/knowledge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Knowledge base", description = "Articles that spare somebody a ticket")
public class KnowledgeResource {

    private static final int SUGGESTIONS = 5;
    /** More words than this make a suggestion no better. */
    private static final int LONGEST_TEXT = 4_000;
    /** Nothing of an article may run or load anything. */
    private static final String NOTHING_RUNS =
            "default-src 'none'; img-src https:; base-uri 'none'; form-action 'none'";

    private final Articles articles;
    private final ArticleSearch search;
    private final ArticleUses uses;
    private final KnowledgeReaders readers;
    private final MarkdownPage markdown;

    public KnowledgeResource(
            Articles articles,
            ArticleSearch search,
            ArticleUses uses,
            KnowledgeReaders readers,
            MarkdownPage markdown) {
        this.articles = articles;
        this.search = search;
        this.uses = uses;
        this.readers = readers;
        this.markdown = markdown;
    }

    @GET
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR
    })
    @Operation(
            summary = "Search the knowledge base",
            description =
                    "The best answer first; without `q` all articles by title. Only articles meant for the caller.")
    public Page<FoundView> find(
            @Parameter(description = "Words, \"phrases\" and -exclusions") @QueryParam("q") String text,
            @Parameter(description = "DRAFT, PUBLISHED or RETIRED") @QueryParam("state") String state,
            @Parameter(description = "Articles that solved this ticket") @QueryParam("ticket") String ticket,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        String words = text == null || text.isBlank() ? null : text;
        return search.page(new Wanted(words, state(state), ticket), readers.readership(), cursor, Limit.of(limit))
                .map(FoundView::of);
    }

    @GET
    @Path("suggestions")
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Suggest articles while a ticket is typed",
            description = "At most five published articles that share words with it, the likeliest first.")
    public Page<FoundView> suggest(@QueryParam("title") String title, @QueryParam("text") String text) {
        String words = Stream.of(title, text)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining("\n"));
        if (words.isEmpty()) {
            throw Refusal.malformed(
                    "parameter-invalid",
                    "Send what has been typed of the ticket.",
                    FieldError.query("title", "or text is required"));
        }
        String most = words.substring(0, Math.min(words.length(), LONGEST_TEXT));
        return Page.whole(search.suggest(most, readers.readership(), SUGGESTIONS).stream()
                .map(FoundView::of)
                .toList());
    }

    @GET
    @Path("{id}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR
    })
    @Operation(
            summary = "Read an article",
            description = "As JSON, or as a page with `Accept: text/html`. Each reading is counted as a view.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ArticleView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not meant for the caller")
    public Response read(@PathParam("id") String id, @Context HttpHeaders headers) {
        Article article = articles.find(PathId.of(id), readers.readership());
        uses.viewed(article.id());
        if (wantsPage(headers)) {
            return Response.ok(
                            markdown.page(article.text().title(), article.text().body()))
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                    .header("Content-Security-Policy", NOTHING_RUNS)
                    .header("X-Content-Type-Options", "nosniff")
                    .tag(Version.tag(article.version()))
                    .build();
        }
        String html = markdown.fragment(article.text().body());
        return Response.ok(ArticleView.of(article, html, uses.of(article.id()), readers.seesPartners()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .tag(Version.tag(article.version()))
                .build();
    }

    private static boolean wantsPage(HttpHeaders headers) {
        return "html".equals(headers.getAcceptableMediaTypes().get(0).getSubtype());
    }

    private static ArticleState state(String asked) {
        return asked == null
                ? null
                : Arrays.stream(ArticleState.values())
                        .filter(state -> state.name().equals(asked))
                        .findFirst()
                        .orElseThrow(() -> Refusal.malformed(
                                "parameter-invalid",
                                "A filter has a value it cannot have.",
                                FieldError.query("state", "is DRAFT, PUBLISHED or RETIRED")));
    }
}
