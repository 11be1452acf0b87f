package uk.jointdesk.kpi.result.pack;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.backlog.domain.OpenTickets;
import uk.jointdesk.kpi.backlog.store.BacklogTickets;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.compliance.domain.Judged;
import uk.jointdesk.kpi.compliance.store.JudgedTickets;
import uk.jointdesk.kpi.pack.WholeService;
import uk.jointdesk.kpi.period.domain.Moment;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.register.domain.Formula;
import uk.jointdesk.kpi.result.domain.ReportPeriod;
import uk.jointdesk.kpi.volumes.domain.Movement;
import uk.jointdesk.kpi.volumes.domain.Movements;
import uk.jointdesk.kpi.volumes.store.MovedTickets;

/** The tickets of formulas in the months of one report, each kind read once however many indicators ask for it. */
final class KpiTickets {

    private static final ZoneId LONDON = ZoneId.of(Explanation.ZONE);
    private static final Set<Dimension> BY = EnumSet.of(Dimension.PRIORITY, Dimension.TYPE);

    /** Where tickets are read by name. */
    record Sources(WholeService service, JudgedTickets judged, MovedTickets moved, BacklogTickets open) {}

    private final Sources sources;
    private final YearMonth first;
    private final Question question;
    private final Map<LocalDate, Map<Slice, OpenTickets>> open = new HashMap<>();
    private Map<Slice, Judged> judged;
    private Map<Slice, Movements> moved;

    KpiTickets(Sources sources, ReportPeriod period) {
        this.sources = sources;
        this.first = period.from();
        Range range = new Range(period.from().atDay(1), period.to().atEndOfMonth());
        this.question = sources.service.question(range, BY, Periodicity.MONTH);
    }

    Behind of(Formula formula, YearMonth month) {
        return switch (formula.kind()) {
            case RESOLVED_WITHIN_TARGET -> resolved(formula, month);
            case OPEN_OLDER_THAN -> open(formula, month);
            case LOGGED -> logged(formula, month);
        };
    }

    private Behind resolved(Formula formula, YearMonth month) {
        if (judged == null) {
            judged = sources.judged.ofWholeService(question);
        }
        Judged sum = sum(judged, formula, number(month), Judged.NOTHING, Judged::plus);
        return new Behind(sum.met(), sum.breached(), sum.excluded(), true);
    }

    private Behind logged(Formula formula, YearMonth month) {
        if (moved == null) {
            moved = sources.moved.ofWholeService(question);
        }
        Movements sum = sum(moved, formula, number(month), Movements.NOTHING, Movements::plus);
        return new Behind(sum.of(Movement.LOGGED), List.of(), Map.of(), false);
    }

    private Behind open(Formula formula, YearMonth month) {
        LocalDate end = month.atEndOfMonth();
        Map<Slice, OpenTickets> read = formula.days() == Moment.AGED_DAYS
                ? open.computeIfAbsent(end, day -> sources.open.ofWholeService(Moment.endOf(day, LONDON)))
                : sources.open.ofWholeService(Moment.endOf(end, formula.days(), LONDON));
        OpenTickets sum = sum(read, formula, 0, OpenTickets.NOTHING, OpenTickets::plus);
        return new Behind(sum.openOver30Days(), sum.younger(), Map.of(), true);
    }

    private int number(YearMonth month) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(first, month));
    }

    private static <C> C sum(Map<Slice, C> read, Formula formula, int month, C nothing, BinaryOperator<C> plus) {
        return read.entrySet().stream()
                .filter(entry -> entry.getKey().month() == month)
                .filter(entry -> isAsked(formula.types(), entry.getKey().type()))
                .filter(entry -> isAsked(formula.priorities(), entry.getKey().priority()))
                .map(Map.Entry::getValue)
                .reduce(nothing, plus);
    }

    private static boolean isAsked(Set<String> asked, String value) {
        return asked.isEmpty() || asked.contains(value == null ? Cell.NONE : value);
    }
}
