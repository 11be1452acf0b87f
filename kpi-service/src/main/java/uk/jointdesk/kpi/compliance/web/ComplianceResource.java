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
import org.eclipse.microprofile.openapi.annotations.Operation;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.web.Answer;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.answer.web.PerformanceParams;
import uk.jointdesk.kpi.answer.web.Questions;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.compliance.domain.Method;
import uk.jointdesk.kpi.compliance.domain.Monthly;
import uk.jointdesk.kpi.compliance.domain.Thresholds;
import uk.jointdesk.kpi.compliance.store.ComplianceStore;
import uk.jointdesk.kpi.compliance.store.ThresholdStore;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.period.domain.Period;

@Path("/api/v1/performance/compliance")
@Blocking
public class ComplianceResource {

    private static final Explanation.Definition DEFINITION = new Explanation.Definition(
            "compliance",
            1,
            "Tickets resolved in the period within their target, of those that had one; each ticket once, at its last"
                    + " resolution, for the partner that then held it. Cancelled, merged and without target: excluded.");
    private static final Set<Dimension> NORMALLY = EnumSet.of(Dimension.PRIORITY, Dimension.PARTNER, Dimension.PERIOD);

    private final Questions questions;
    private final ComplianceStore scores;
    private final ThresholdStore thresholds;

    public ComplianceResource(Questions questions, ComplianceStore scores, ThresholdStore thresholds) {
        this.questions = questions;
        this.scores = scores;
        this.thresholds = thresholds;
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
            @BeanParam PerformanceParams params, @QueryParam("method") @DefaultValue("POOLED") String method) {
        Method by = Asked.word(Method.class, "method", method);
        Question question = questions.read(params, NORMALLY);
        PartnerRows partners = questions.rows(question.filter(), question.ownRows());
        AsAt<List<ComplianceRow>> rows = rows(question, partners, by);
        return Answer.of(rows.figures(), params, Explanation.of(DEFINITION, question, rows.instant()));
    }

    private AsAt<List<ComplianceRow>> rows(Question question, PartnerRows partners, Method method) {
        var read = scores.scores(question, partners);
        Thresholds levels = thresholds.all();
        List<Period> periods = question.periods();
        List<Period> months = question.range().months();
        List<ComplianceRow> rows =
                question.breakdown(partners).addUp(read.figures(), Monthly.NOTHING, Monthly::plus).entrySet().stream()
                        .map(row -> {
                            Period period = periods.get(row.getKey().period());
                            var level = levels.of(priority(row.getKey(), question), period.to());
                            return ComplianceRow.of(row.getKey(), period, row.getValue(), method, level, months);
                        })
                        .toList();
        return new AsAt<>(rows, read.instant());
    }

    /** The one priority a row is about, if there is one. */
    private static String priority(Cell cell, Question question) {
        Set<String> only = question.filter().priorities();
        return Optional.ofNullable(cell.priority())
                .or(() -> only.size() == 1 ? only.stream().findFirst() : Optional.empty())
                .orElse(null);
    }
}
