package uk.jointdesk.kpi.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.backlog.domain.Backlog;
import uk.jointdesk.kpi.backlog.store.BacklogStore;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.compliance.domain.Monthly;
import uk.jointdesk.kpi.compliance.domain.Score;
import uk.jointdesk.kpi.compliance.store.ComplianceStore;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.partner.store.PartnerStore;
import uk.jointdesk.kpi.period.domain.Moment;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.period.domain.YearBasis;
import uk.jointdesk.kpi.register.domain.Formula;
import uk.jointdesk.kpi.result.domain.Figure;
import uk.jointdesk.kpi.volumes.domain.Flow;
import uk.jointdesk.kpi.volumes.store.VolumeStore;

/**
 * Evaluates a formula over tickets with the queries that answer compliance, backlog and volumes: an indicator and the
 * figure it is defined by cannot differ. Whose tickets are counted is the caller's scope.
 */
@ApplicationScoped
public class TicketFigures {

    private static final ZoneId ZONE = ZoneId.of(Explanation.ZONE);

    private final Caller caller;
    private final PartnerStore partners;
    private final ComplianceStore compliance;
    private final BacklogStore backlogs;
    private final VolumeStore volumes;

    public TicketFigures(
            Caller caller,
            PartnerStore partners,
            ComplianceStore compliance,
            BacklogStore backlogs,
            VolumeStore volumes) {
        this.caller = caller;
        this.partners = partners;
        this.compliance = compliance;
        this.backlogs = backlogs;
        this.volumes = volumes;
    }

    /** @param only the partner rows asked for, empty for the caller's whole scope */
    public Figure of(Formula formula, YearMonth month, Set<String> only) {
        Filter filter = new Filter(only, formula.priorities(), formula.types(), Set.of());
        return switch (formula.kind()) {
            case RESOLVED_WITHIN_TARGET -> resolved(question(month, filter));
            case OPEN_OLDER_THAN -> open(formula.days(), month, filter);
            case LOGGED -> logged(question(month, filter));
        };
    }

    private Figure resolved(Question question) {
        AsAt<Map<Slice, Monthly>> read = compliance.scores(question, rows(question.filter()));
        Score score = read.figures().values().stream().map(Monthly::total).reduce(Score.NOTHING, Score::plus);
        return new Figure(score.met(), score.measured(), score.excluded(), null, read.instant());
    }

    private Figure open(int days, YearMonth month, Filter filter) {
        LocalDate end = month.atEndOfMonth();
        Instant before = Moment.endOf(end, ZONE).before();
        Moment moment = new Moment(before, before.atZone(ZONE).minusDays(days).toInstant());
        var read = backlogs.open(moment, Set.of(), filter, rows(filter));
        Backlog backlog = read.figures().values().stream().reduce(Backlog.NOTHING, Backlog::plus);
        return new Figure(backlog.openOver30Days(), backlog.open(), Map.of(), null, read.instant());
    }

    private Figure logged(Question question) {
        var read = volumes.flows(question, rows(question.filter()));
        Flow flow = read.figures().values().stream().reduce(Flow.NOTHING, Flow::plus);
        return new Figure(flow.logged(), 1, Map.of(), null, read.instant());
    }

    private static Question question(YearMonth month, Filter filter) {
        Range range = new Range(month.atDay(1), month.atEndOfMonth());
        return new Question(range, Set.of(), Periodicity.MONTH, YearBasis.CALENDAR, filter, false);
    }

    private PartnerRows rows(Filter filter) {
        PartnerScope scope = caller.scope();
        return new PartnerRows(partners.all(), scope::covers, scope.all(), filter.partners(), false);
    }
}
