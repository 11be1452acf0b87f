package uk.jointdesk.kpi.reopens.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.web.Answer;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.answer.web.PerformanceParams;
import uk.jointdesk.kpi.answer.web.Questions;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.reopens.domain.Reopens;
import uk.jointdesk.kpi.reopens.store.ReopenStore;

@Path("/api/v1/performance/reopens")
@Blocking
public class ReopenResource {

    private static final Explanation.Definition DEFINITION = new Explanation.Definition(
            "reopens",
            1,
            "undone: resolutions in the period that a later reopening undid, whenever it came, of every resolution in the"
                    + " period, for the partner that held the ticket then. reopenedBefore: tickets whose last resolution"
                    + " lies in the period and that had been opened again before, of every ticket so resolved.");
    private static final Set<Dimension> NORMALLY = EnumSet.of(Dimension.PARTNER, Dimension.PERIOD);

    private final Questions questions;
    private final ReopenStore reopens;

    public ReopenResource(Questions questions, ReopenStore reopens) {
        this.questions = questions;
        this.reopens = reopens;
    }

    @GET
    @Operation(operationId = "reopens", summary = "How many resolutions did not last")
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.SERVICE_DESK,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    public Answer<ReopenRow> reopens(@BeanParam PerformanceParams params) {
        Question question = questions.read(params, NORMALLY);
        PartnerRows partners = questions.rows(question.filter(), question.ownRows());
        var counts = reopens.counts(question, partners);
        List<Period> periods = question.periods();
        List<ReopenRow> rows =
                question.breakdown(partners).addUp(counts.figures(), Reopens.NONE, Reopens::plus).entrySet().stream()
                        .map(row -> ReopenRow.of(
                                row.getKey(), periods.get(row.getKey().period()), row.getValue()))
                        .toList();
        return Answer.of(rows, params, Explanation.of(DEFINITION, question, counts.instant()));
    }
}
