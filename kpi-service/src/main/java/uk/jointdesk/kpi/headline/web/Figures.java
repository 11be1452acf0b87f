package uk.jointdesk.kpi.headline.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.web.Questions;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.compliance.domain.Thresholds;
import uk.jointdesk.kpi.compliance.store.ThresholdStore;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.headline.domain.Figure;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.period.domain.YearBasis;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.statistics.domain.Measure;
import uk.jointdesk.kpi.statistics.store.MeasuredFigures;

/** The caller's figures, one for each partner row, priority and period, in reading order. */
@ApplicationScoped
public class Figures {

    private final Questions questions;
    private final MeasuredFigures measured;
    private final ThresholdStore thresholds;

    public Figures(Questions questions, MeasuredFigures measured, ThresholdStore thresholds) {
        this.questions = questions;
        this.measured = measured;
        this.thresholds = thresholds;
    }

    /** @param periodicity WHOLE for one figure of the range */
    AsAt<List<Figure>> of(Measure measure, Range range, Periodicity periodicity, Filter filter) {
        Set<Dimension> by = EnumSet.of(Dimension.PARTNER, Dimension.PERIOD);
        if (!filter.priorities().isEmpty()) {
            by.add(Dimension.PRIORITY);
        }
        Question question = new Question(range, by, periodicity, YearBasis.CALENDAR, filter, false);
        PartnerRows partners = questions.rows(filter, false);
        var read = measured.of(measure, question, partners);
        List<Period> periods = question.periods();
        List<Figure> figures = new ArrayList<>();
        read.figures().forEach((cell, seen) -> {
            Period period = periods.get(cell.period());
            figures.add(Figure.of(
                    measure, cell.priority(), cell.partner(), period.label(), period.from(), period.to(), seen));
        });
        return new AsAt<>(figures, read.instant());
    }

    /** The rows that a phrase without a partner is about: everybody together, or for one council its own. */
    List<Figure> ofEverybody(List<Figure> figures) {
        boolean wholeService = figures.stream().anyMatch(figure -> Cell.ALL.equals(figure.partner()));
        return figures.stream()
                .filter(figure -> !wholeService || Cell.ALL.equals(figure.partner()))
                .toList();
    }

    /** The rows of the partners, each by itself. */
    List<Figure> ofPartners(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> !Set.of(Cell.ALL, Cell.UNATTRIBUTED).contains(figure.partner()))
                .toList();
    }

    /** The target of a figure as it stands at the end of its period; none for counts and for mixed priorities. */
    Optional<Fraction> target(Figure figure) {
        Thresholds levels = thresholds.all();
        return figure.measure().isRatio() && figure.priority() != null
                ? levels.of(figure.priority(), figure.to()).map(level -> Fraction.ofPercent(level.target()))
                : Optional.empty();
    }
}
