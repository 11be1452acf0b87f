package uk.jointdesk.kpi.durations.web;

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
import uk.jointdesk.kpi.durations.domain.Durations;
import uk.jointdesk.kpi.durations.domain.ResolutionTimes;
import uk.jointdesk.kpi.durations.store.DurationStore;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.period.domain.Period;

@Path("/api/v1/performance/resolution-times")
@Blocking
public class ResolutionTimeResource {

    public static final Explanation.Definition DEFINITION = new Explanation.Definition(
            "resolution-times",
            1,
            "How long the tickets resolved in the period took, each once, at its last resolution. service: time the"
                    + " clock counted, of tickets with a target; elapsed: from logging to resolution, holds and nights"
                    + " included. mean: sum over count; median: the middle one, of an even number the mean of the two in"
                    + " the middle; p90: the least value that nine in ten do not exceed (nearest rank).");
    private static final Set<Dimension> NORMALLY = EnumSet.of(Dimension.PRIORITY, Dimension.PARTNER, Dimension.PERIOD);

    private final Questions questions;
    private final DurationStore durations;

    public ResolutionTimeResource(Questions questions, DurationStore durations) {
        this.questions = questions;
        this.durations = durations;
    }

    @GET
    @Operation(
            operationId = "resolutionTimes",
            summary = "How long tickets took to resolve: mean, median and 90th percentile",
            description = "Of service minutes and of minutes elapsed, worked out from every ticket of the row.")
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.SERVICE_DESK,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    public Answer<ResolutionTimeRow> resolutionTimes(
            @BeanParam PerformanceParams params, @BeanParam ComparisonParams compare) {
        Question question = questions.read(params, NORMALLY);
        PartnerRows partners = questions.rows(question.filter(), question.ownRows());
        var read = read(question, partners);
        List<Period> periods = question.periods();
        List<ResolutionTimeRow> rows = read.figures().entrySet().stream()
                .map(row -> ResolutionTimeRow.of(
                        row.getKey(), periods.get(row.getKey().period()), row.getValue()))
                .toList();
        Comparing<ResolutionTimes> comparing =
                new Comparing<>(asked -> read(asked, partners), ResolutionTimes.NONE, ResolutionTimeResource::figures);
        return Answer.of(
                rows, params, Explanation.of(DEFINITION, question, read.instant()), comparing.of(question, compare));
    }

    private AsAt<SortedMap<Cell, ResolutionTimes>> read(Question question, PartnerRows partners) {
        var times = durations.times(question, partners);
        var rows = question.breakdown(partners).addUp(times.figures(), ResolutionTimes.NONE, ResolutionTimes::plus);
        return new AsAt<>(rows, times.instant());
    }

    private static List<Figure> figures(ResolutionTimes times) {
        var service = times.service().summary();
        var elapsed = times.elapsed().summary();
        return List.of(
                Figure.flow("resolved", times.resolved()),
                Figure.minutes("serviceMean", service.map(Durations.Summary::mean)),
                Figure.minutes("serviceMedian", service.map(Durations.Summary::median)),
                Figure.minutes("serviceP90", service.map(Durations.Summary::p90)),
                Figure.minutes("elapsedMean", elapsed.map(Durations.Summary::mean)),
                Figure.minutes("elapsedMedian", elapsed.map(Durations.Summary::median)),
                Figure.minutes("elapsedP90", elapsed.map(Durations.Summary::p90)));
    }
}
