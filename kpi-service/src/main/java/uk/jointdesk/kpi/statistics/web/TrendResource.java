package uk.jointdesk.kpi.statistics.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.web.Answer;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.answer.web.Questions;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.statistics.domain.ControlLimits;
import uk.jointdesk.kpi.statistics.domain.Measure;
import uk.jointdesk.kpi.statistics.domain.Outlook;
import uk.jointdesk.kpi.statistics.domain.Signal;
import uk.jointdesk.kpi.statistics.domain.TheilSen;
import uk.jointdesk.kpi.statistics.domain.Wilson;

@Path("/api/v1/performance/trends")
@Blocking
public class TrendResource {

    private static final int VERSION = 1;
    private static final String METHODS = ". Limits by " + ControlLimits.METHOD + ". Signals: "
            + Arrays.stream(Signal.values()).map(Signal::rule).collect(Collectors.joining(" ")) + " Interval: "
            + Wilson.METHOD + "; small number: fewer than " + Wilson.SMALL + " tickets. Slope: " + TheilSen.METHOD
            + "; time to target: from the last value along that slope. Early warning: " + Outlook.EARLY_WARNING
            + " Partial periods are shown and left out of limits and slope.";
    private static final Set<Dimension> NORMALLY = EnumSet.of(Dimension.PRIORITY, Dimension.PARTNER);

    private final Questions questions;
    private final Trends trends;

    public TrendResource(Questions questions, Trends trends) {
        this.questions = questions;
        this.trends = trends;
    }

    @GET
    @Operation(
            operationId = "trends",
            summary = "How a measure went from period to period, and what of it is more than chance",
            description = "One series a group. The answer's definition states the methods and their sources.")
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.SERVICE_DESK,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    public Answer<TrendRow> trends(@BeanParam TrendParams params) {
        Measure measure = params.measure();
        Question question = overTime(questions.read(params, NORMALLY));
        PartnerRows partners = questions.rows(question.filter(), question.ownRows());
        AsAt<List<TrendRow>> rows = trends.rows(measure, question, partners);
        return Answer.of(rows.figures(), params, Explanation.of(definition(measure), question, rows.instant()));
    }

    /** The measure with the methods that say more of it than its values. */
    public static Explanation.Definition definition(Measure measure) {
        return new Explanation.Definition("trends-" + measure, VERSION, measure.text() + METHODS);
    }

    /** A trend is by period whatever else it is by. */
    private static Question overTime(Question asked) {
        Set<Dimension> by = EnumSet.of(Dimension.PERIOD);
        by.addAll(asked.by());
        return new Question(asked.range(), by, asked.periodicity(), asked.basis(), asked.filter(), asked.ownRows());
    }
}
