package uk.jointdesk.kpi.headline.pack;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.compliance.domain.Judged;
import uk.jointdesk.kpi.compliance.domain.Thresholds;
import uk.jointdesk.kpi.compliance.store.JudgedTickets;
import uk.jointdesk.kpi.headline.domain.Figure;
import uk.jointdesk.kpi.headline.domain.Narrator;
import uk.jointdesk.kpi.pack.WholeService;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.period.domain.YearBasis;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.statistics.domain.Beginnings;
import uk.jointdesk.kpi.statistics.domain.Measure;
import uk.jointdesk.kpi.statistics.domain.Observation;
import uk.jointdesk.kpi.volumes.domain.Movement;
import uk.jointdesk.kpi.volumes.domain.Movements;
import uk.jointdesk.kpi.volumes.store.MovedTickets;

/** The figures of the whole service for headlines, each with the tickets behind it; every range is read once. */
final class WholeFigures implements Narrator.Source {

    private static final Set<Dimension> READ_BY = EnumSet.of(Dimension.PRIORITY, Dimension.PARTNER, Dimension.PERIOD);

    /** What figures are read from. */
    record Sources(WholeService service, JudgedTickets judged, MovedTickets moved) {}

    private record Seen(Observation observation, Evidence tickets) {}

    private final Sources sources;
    private final Thresholds thresholds;
    private final Beginnings beginnings;
    private final Map<Range, Map<Slice, Judged>> judged = new HashMap<>();
    private final Map<Range, Map<Slice, Movements>> moved = new HashMap<>();
    private final Map<Figure, Evidence> tickets = new LinkedHashMap<>();

    WholeFigures(Sources sources, Thresholds thresholds, Beginnings beginnings) {
        this.sources = sources;
        this.thresholds = thresholds;
        this.beginnings = beginnings;
    }

    /** The tickets behind a figure that was given out. */
    Evidence evidence(Figure figure) {
        return tickets.getOrDefault(figure, Evidence.NONE);
    }

    @Override
    public List<Figure> of(Measure measure, Range range, Periodicity periodicity, String priority) {
        Question question = question(range, periodicity, priority);
        List<Period> periods = question.periods();
        List<Figure> figures = new ArrayList<>();
        seen(measure, question).forEach((cell, seen) -> {
            if (priority == null || priority.equals(cell.priority())) {
                figures.add(figure(measure, cell, periods.get(cell.period()), seen));
            }
        });
        return figures;
    }

    private Figure figure(Measure measure, Cell cell, Period period, Seen seen) {
        Figure figure = Figure.of(
                measure,
                cell.priority(),
                cell.partner(),
                period.label(),
                period.from(),
                period.to(),
                seen.observation());
        Figure known =
                measure.isRatio() || beginnings.reach(cell.partner(), period.from()) ? figure : figure.withoutData();
        tickets.put(known, known.value().isPresent() ? seen.tickets() : Evidence.NONE);
        return known;
    }

    @Override
    public Optional<Fraction> target(Figure figure) {
        return figure.measure().isRatio() && figure.priority() != null
                ? thresholds.of(figure.priority(), figure.to()).map(level -> Fraction.ofPercent(level.target()))
                : Optional.empty();
    }

    private static Question question(Range range, Periodicity periodicity, String priority) {
        Set<Dimension> by = EnumSet.of(Dimension.PARTNER, Dimension.PERIOD);
        if (priority != null) {
            by.add(Dimension.PRIORITY);
        }
        Set<String> only = priority == null ? Set.of() : Set.of(priority);
        Filter filter = new Filter(Set.of(), only, Set.of(), Set.of());
        return new Question(range, by, periodicity, YearBasis.CALENDAR, filter, false);
    }

    private SortedMap<Cell, Seen> seen(Measure measure, Question question) {
        SortedMap<Cell, Seen> seen = new TreeMap<>();
        if (measure == Measure.COMPLIANCE) {
            addUp(question, judged(question.range()), Judged.NOTHING, Judged::plus)
                    .forEach((cell, found) -> seen.put(cell, seen(found)));
        } else {
            addUp(question, moved(question.range()), Movements.NOTHING, Movements::plus)
                    .forEach((cell, found) -> seen.put(cell, seen(found.of(movement(measure)))));
        }
        return seen;
    }

    private static Seen seen(Judged judged) {
        Observation ratio = new Observation(judged.score().met(), judged.score().measured());
        return new Seen(ratio, Evidence.measured(judged.met(), judged.breached(), List.of()));
    }

    private static Seen seen(List<String> tickets) {
        return new Seen(Observation.count(tickets.size()), Evidence.counted(tickets));
    }

    private static Movement movement(Measure measure) {
        return measure == Measure.BACKLOG ? Movement.OPEN_AT_END : Movement.LOGGED;
    }

    private <C> SortedMap<Cell, C> addUp(Question question, Map<Slice, C> read, C nothing, BinaryOperator<C> plus) {
        return question.breakdown(sources.service.rows()).addUp(read, nothing, plus);
    }

    private Map<Slice, Judged> judged(Range range) {
        return judged.computeIfAbsent(range, asked -> sources.judged.ofWholeService(monthly(asked)));
    }

    private Map<Slice, Movements> moved(Range range) {
        return moved.computeIfAbsent(range, asked -> sources.moved.ofWholeService(monthly(asked)));
    }

    private Question monthly(Range range) {
        return sources.service.question(range, READ_BY, Periodicity.MONTH);
    }
}
