package uk.jointdesk.kpi.headline.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.web.Answer;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.answer.web.PerformanceParams;
import uk.jointdesk.kpi.answer.web.Questions;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.headline.domain.Headline;
import uk.jointdesk.kpi.published.store.PublishedStore;
import uk.jointdesk.kpi.statistics.domain.Chance;
import uk.jointdesk.kpi.statistics.domain.Wilson;
import uk.jointdesk.kpi.web.Body;

/** What the figures say in words, and whether they bear an author's. */
@Path("/api/v1/performance/headlines")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class HeadlineResource {

    public static final Explanation.Definition DEFINITION = new Explanation.Definition(
            "headlines",
            1,
            "Sentences written from the cells they name: each partner against its target, tickets logged and open against"
                    + " the range just before of the same length. Small number: fewer than " + Wilson.SMALL
                    + " tickets. " + Chance.METHOD + ".");

    private final Questions questions;
    private final Headlines headlines;
    private final Claims claims;
    private final PublishedStore published;
    private final Body bodies;

    public HeadlineResource(
            Questions questions, Headlines headlines, Claims claims, PublishedStore published, Body bodies) {
        this.questions = questions;
        this.headlines = headlines;
        this.claims = claims;
        this.published = published;
        this.bodies = bodies;
    }

    @GET
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.SERVICE_DESK,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    @Operation(
            operationId = "headlines",
            summary = "What the figures of a range say, in words",
            description = "Each sentence comes with the cells it speaks of, and each cell leads to its tickets.")
    public Answer<HeadlineView> headlines(@BeanParam PerformanceParams params) {
        Question question = questions.read(params, EnumSet.noneOf(Dimension.class));
        AsAt<List<Headline>> written = headlines.of(question.range(), question.filter());
        List<HeadlineView> views = written.figures().stream()
                .map(headline -> HeadlineView.of(headline, question.filter()))
                .toList();
        return Answer.of(views, params, Explanation.of(DEFINITION, question, written.instant()));
    }

    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.SERVICE_DESK,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    @Operation(
            operationId = "checkHeadlines",
            summary = "Whether the figures bear what an author says",
            description = "Each claim is accepted, or refused with the figures that contradict it. Nothing is stored.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ClaimsDocument.class)))
    @APIResponse(responseCode = "200", description = "A ruling on each claim, in their order")
    @APIResponse(responseCode = "422", description = "A claim that cannot be read, or no such published table")
    public Page<RulingView> check(InputStream body) {
        ClaimsDocument document = bodies.read(body, ClaimsDocument.class);
        Optional<PublishedFigures> told =
                Optional.ofNullable(document.published()).map(this::table);
        List<RulingView> rulings = new ArrayList<>();
        for (int i = 0; i < document.claims().size(); i++) {
            rulings.add(claims.examine(document.claims().get(i), told, "/claims/" + i));
        }
        return Page.whole(rulings);
    }

    private PublishedFigures table(String id) {
        return published
                .find(id)
                .map(recorded -> new PublishedFigures(recorded.table()))
                .orElseThrow(() -> Refusal.refused(
                        "published-table-unknown",
                        "There is no such published table.",
                        new FieldError("/published", "take the id from the register of published tables")));
    }
}
