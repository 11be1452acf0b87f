package uk.jointdesk.kpi.satisfaction.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.web.Answer;
import uk.jointdesk.kpi.answer.web.Comparing;
import uk.jointdesk.kpi.answer.web.ComparisonParams;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.answer.web.PerformanceParams;
import uk.jointdesk.kpi.answer.web.Questions;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.comparison.domain.Figure;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.level.domain.Levels;
import uk.jointdesk.kpi.level.domain.Measure;
import uk.jointdesk.kpi.level.store.LevelStore;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.satisfaction.domain.Satisfaction;
import uk.jointdesk.kpi.satisfaction.store.SatisfactionStore;

@Path("/api/v1/performance/satisfaction")
@Blocking
public class SatisfactionResource {

    public static final Explanation.Definition DEFINITION = new Explanation.Definition(
            "satisfaction",
            1,
            "Ratings by desks and through surveys, on the day they were given, for the partner that held the ticket then."
                    + " positive: 4 and 5, neutral: 3, negative: 1 and 2; promoters: 9 and 10, detractors: up to 6 of 10."
                    + " responseRate: of the surveys sent in the period those answered, whenever. Users are asked only"
                    + " when a ticket is resolved, so that the answers may be skewed; a warning is given below a stated"
                    + " response rate.");
    private static final Set<Dimension> NORMALLY = EnumSet.of(Dimension.PARTNER, Dimension.PERIOD);

    private final Questions questions;
    private final SatisfactionStore satisfactions;
    private final LevelStore levels;

    public SatisfactionResource(Questions questions, SatisfactionStore satisfactions, LevelStore levels) {
        this.questions = questions;
        this.satisfactions = satisfactions;
        this.levels = levels;
    }

    @GET
    @Operation(
            operationId = "satisfaction",
            summary = "What users thought of how their tickets went",
            description =
                    "Positive, neutral and negative ratings, net promoter score, timeliness, and the response rate"
                            + " beside them.")
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.SERVICE_DESK,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    public Answer<SatisfactionRow> satisfaction(
            @BeanParam PerformanceParams params, @BeanParam ComparisonParams compare) {
        Question question = questions.read(params, NORMALLY);
        PartnerRows partners = questions.rows(question.filter(), question.ownRows());
        var read = read(question, partners);
        Comparing<Satisfaction> comparing =
                new Comparing<>(asked -> read(asked, partners), Satisfaction.NONE, SatisfactionResource::figures);
        return Answer.of(
                rows(read.figures(), question.periods()),
                params,
                Explanation.of(DEFINITION, question, read.instant()),
                comparing.of(question, compare));
    }

    private AsAt<SortedMap<Cell, Satisfaction>> read(Question question, PartnerRows partners) {
        var counts = satisfactions.counts(question, partners);
        return new AsAt<>(
                question.breakdown(partners).addUp(counts.figures(), Satisfaction.NONE, Satisfaction::plus),
                counts.instant());
    }

    private List<SatisfactionRow> rows(SortedMap<Cell, Satisfaction> cells, List<Period> periods) {
        Levels dated = levels.of(Measure.SURVEY_RESPONSE);
        return cells.entrySet().stream()
                .map(row -> {
                    Period period = periods.get(row.getKey().period());
                    return SatisfactionRow.of(row.getKey(), period, row.getValue(), dated.on(period.to()));
                })
                .toList();
    }

    private static List<Figure> figures(Satisfaction satisfaction) {
        var ratings = satisfaction.ratings();
        var recommendations = satisfaction.recommendations();
        var answers = satisfaction.answers();
        var invitations = satisfaction.invitations();
        return List.of(
                Figure.flow("rated", ratings.count()),
                Figure.share("positive", ratings.positive(), ratings.count()),
                Figure.share("neutral", ratings.neutral(), ratings.count()),
                Figure.share("negative", ratings.negative(), ratings.count()),
                Figure.share("nps", recommendations.net(), recommendations.count()),
                Figure.share("timely", answers.timely(), answers.count()),
                Figure.flow("invited", invitations.sent()),
                Figure.share("responseRate", invitations.answered(), invitations.sent()));
    }
}
