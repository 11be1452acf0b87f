package uk.jointdesk.kpi.compliance.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.web.Answer;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.answer.web.Comparing;
import uk.jointdesk.kpi.answer.web.ComparisonParams;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.answer.web.PerformanceParams;
import uk.jointdesk.kpi.answer.web.Questions;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.bulkclosure.domain.BulkClosed;
import uk.jointdesk.kpi.bulkclosure.store.BulkClosedStore;
import uk.jointdesk.kpi.comparison.domain.Figure;
import uk.jointdesk.kpi.compliance.domain.Method;
import uk.jointdesk.kpi.compliance.domain.Monthly;
import uk.jointdesk.kpi.compliance.domain.Score;
import uk.jointdesk.kpi.compliance.domain.Thresholds;
import uk.jointdesk.kpi.compliance.store.ComplianceStore;
import uk.jointdesk.kpi.compliance.store.ThresholdStore;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.servicelevel.agreement.Metric;

@Path("/api/v1/performance/compliance")
@Blocking
public class ComplianceResource {

    public static final Explanation.Definition RESOLUTION = new Explanation.Definition(
            "compliance",
            1,
            "Tickets resolved in the period within their target, of those that had one; each ticket once, at its last"
                    + " resolution, for the partner that then held it. Cancelled, merged and without target: excluded.");
    private static final Explanation.Definition RESPONSE = new Explanation.Definition(
            "response-compliance",
            1,
            "Tickets first answered in the period within their response target, of those that had one; for the partner,"
                    + " priority and queue they then had. A resolution without a word before is the answer. Cancelled,"
                    + " merged and without response target: excluded.");
    private static final Set<Dimension> NORMALLY = EnumSet.of(Dimension.PRIORITY, Dimension.PARTNER, Dimension.PERIOD);

    private final Questions questions;
    private final ComplianceStore scores;
    private final ThresholdStore thresholds;
    private final BulkClosedStore bulkClosures;

    public ComplianceResource(
            Questions questions, ComplianceStore scores, ThresholdStore thresholds, BulkClosedStore bulkClosures) {
        this.questions = questions;
        this.scores = scores;
        this.thresholds = thresholds;
        this.bulkClosures = bulkClosures;
    }

    @GET
    @Operation(
            operationId = "compliance",
            summary = "How many tickets met their target, by priority, partner and period")
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.SERVICE_DESK,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    public Answer<ComplianceRow> compliance(
            @BeanParam PerformanceParams params,
            @BeanParam ComparisonParams compare,
            @QueryParam("method") @DefaultValue("POOLED") String method,
            @QueryParam("metric")
                    @DefaultValue("RESOLUTION")
                    @Parameter(description = "RESOLUTION, or RESPONSE for the first answer to the user")
                    String metric) {
        Method by = Asked.word(Method.class, "method", method);
        Metric clock = Asked.word(Metric.class, "metric", metric);
        Question question = questions.read(params, NORMALLY);
        PartnerRows partners = questions.rows(question.filter(), question.ownRows());
        var read = read(clock, question, partners);
        Comparing<Monthly> comparing =
                new Comparing<>(asked -> read(clock, asked, partners), Monthly.NOTHING, row -> figures(row, by));
        return Answer.of(
                rows(read.figures(), question, by, thresholds.of(clock), bulkClosed(clock, question, partners)),
                params,
                Explanation.of(definition(clock), question, read.instant()),
                comparing.of(question, compare));
    }

    private AsAt<SortedMap<Cell, Monthly>> read(Metric metric, Question question, PartnerRows partners) {
        var read = scores.scores(metric, question, partners);
        return new AsAt<>(
                question.breakdown(partners).addUp(read.figures(), Monthly.NOTHING, Monthly::plus), read.instant());
    }

    /** How soon a ticket was answered is not skewed by when it was given up. */
    private Optional<SortedMap<Cell, BulkClosed>> bulkClosed(Metric metric, Question question, PartnerRows partners) {
        return metric == Metric.RESPONSE ? Optional.empty() : Optional.of(bulkClosures.counts(question, partners));
    }

    private static List<ComplianceRow> rows(
            SortedMap<Cell, Monthly> scores,
            Question question,
            Method method,
            Thresholds levels,
            Optional<SortedMap<Cell, BulkClosed>> bulkClosed) {
        List<Period> periods = question.periods();
        List<Period> months = question.range().months();
        return scores.entrySet().stream()
                .map(row -> {
                    Period period = periods.get(row.getKey().period());
                    var level = levels.of(priority(row.getKey(), question), period.to());
                    Long inBulk = bulkClosed
                            .map(closed -> closed.getOrDefault(row.getKey(), BulkClosed.NONE)
                                    .measured())
                            .orElse(null);
                    return ComplianceRow.of(row.getKey(), period, row.getValue(), method, level, months, inBulk);
                })
                .toList();
    }

    private static List<Figure> figures(Monthly scores, Method method) {
        Score total = scores.total();
        return List.of(
                Figure.flow("met", total.met()),
                Figure.flow("measured", total.measured()),
                new Figure("compliance", Figure.Kind.SHARE, total.met(), total.measured(), scores.ratio(method)));
    }

    private static Explanation.Definition definition(Metric metric) {
        return metric == Metric.RESPONSE ? RESPONSE : RESOLUTION;
    }

    /** The one priority a row is about, if there is one. */
    private static String priority(Cell cell, Question question) {
        Set<String> only = question.filter().priorities();
        return Optional.ofNullable(cell.priority())
                .or(() -> only.size() == 1 ? only.stream().findFirst() : Optional.empty())
                .orElse(null);
    }
}
