package uk.jointdesk.kpi.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.backlog.domain.Backlog;
import uk.jointdesk.kpi.backlog.store.BacklogStore;
import uk.jointdesk.kpi.backlog.store.MonthEnds;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
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
import uk.jointdesk.kpi.volumes.store.VolumeStore;

/**
 * Evaluates a formula over tickets with the queries that answer compliance, backlog and volumes: an indicator and the
 * figure it is defined by cannot differ. Whose tickets are counted is the caller's scope.
 */
@ApplicationScoped
public class TicketFigures {

    private static final ZoneId ZONE = ZoneId.of(Explanation.ZONE);

    /** Days for which the stock at the ends of months is kept added up. */
    private static final int KEPT_AGE = 30;

    private final Caller caller;
    private final PartnerStore partners;
    private final ComplianceStore compliance;
    private final BacklogStore backlogs;
    private final MonthEnds monthEnds;
    private final VolumeStore volumes;

    public TicketFigures(
            Caller caller,
            PartnerStore partners,
            ComplianceStore compliance,
            BacklogStore backlogs,
            MonthEnds monthEnds,
            VolumeStore volumes) {
        this.caller = caller;
        this.partners = partners;
        this.compliance = compliance;
        this.backlogs = backlogs;
        this.monthEnds = monthEnds;
        this.volumes = volumes;
    }

    /**
     * The figures of some months.
     *
     * @param months one after the other
     * @param only the partner rows asked for, empty for the caller's whole scope
     */
    public Map<YearMonth, Figure> of(Formula formula, List<YearMonth> months, Set<String> only) {
        Filter filter = new Filter(only, formula.priorities(), formula.types(), Set.of());
        return switch (formula.kind()) {
            case RESOLVED_WITHIN_TARGET -> resolved(question(months, filter), months);
            case OPEN_OLDER_THAN ->
                formula.days() == KEPT_AGE ? open(months, filter) : open(formula.days(), months, filter);
            case LOGGED -> logged(question(months, filter), months);
        };
    }

    private Map<YearMonth, Figure> resolved(Question question, List<YearMonth> months) {
        AsAt<Map<Slice, Monthly>> read = compliance.scores(question, rows(question.filter()));
        Map<YearMonth, Score> scores = new HashMap<>();
        read.figures()
                .forEach((slice, monthly) -> scores.merge(months.get(slice.month()), monthly.total(), Score::plus));
        return figures(months, month -> {
            Score score = scores.getOrDefault(month, Score.NOTHING);
            return new Figure(score.met(), score.measured(), score.excluded(), null, read.instant());
        });
    }

    private Map<YearMonth, Figure> open(List<YearMonth> months, Filter filter) {
        var read = monthEnds.of(months, filter, rows(filter));
        return figures(months, month -> {
            MonthEnds.Stock stock = read.figures().get(month);
            return new Figure(stock.aged(), stock.open(), Map.of(), null, read.instant());
        });
    }

    private Map<YearMonth, Figure> open(int days, List<YearMonth> months, Filter filter) {
        return figures(months, month -> open(days, month, filter));
    }

    private Figure open(int days, YearMonth month, Filter filter) {
        LocalDate end = month.atEndOfMonth();
        var read = backlogs.open(Moment.endOf(end, days, ZONE), Set.of(), filter, rows(filter));
        Backlog backlog = read.figures().values().stream().reduce(Backlog.NOTHING, Backlog::plus);
        return new Figure(backlog.openOver30Days(), backlog.open(), Map.of(), null, read.instant());
    }

    private Map<YearMonth, Figure> logged(Question question, List<YearMonth> months) {
        var read = volumes.flows(question, rows(question.filter()));
        Map<YearMonth, Long> logged = new HashMap<>();
        read.figures().forEach((slice, flow) -> {
            if (slice.month() != Cell.BEFORE) {
                logged.merge(months.get(slice.month()), flow.logged(), Long::sum);
            }
        });
        return figures(months, month -> new Figure(logged.getOrDefault(month, 0L), 1, Map.of(), null, read.instant()));
    }

    private static Map<YearMonth, Figure> figures(List<YearMonth> months, Function<YearMonth, Figure> figure) {
        return months.stream().collect(Collectors.toMap(month -> month, figure));
    }

    private static Question question(List<YearMonth> months, Filter filter) {
        Range range =
                new Range(months.get(0).atDay(1), months.get(months.size() - 1).atEndOfMonth());
        return new Question(range, Set.of(Dimension.PERIOD), Periodicity.MONTH, YearBasis.CALENDAR, filter, false);
    }

    private PartnerRows rows(Filter filter) {
        PartnerScope scope = caller.scope();
        return new PartnerRows(partners.all(), scope::covers, scope.all(), filter.partners(), false);
    }
}
