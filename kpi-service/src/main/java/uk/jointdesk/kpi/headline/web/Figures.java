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
import uk.jointdesk.kpi.statistics.domain.Beginnings;
import uk.jointdesk.kpi.statistics.domain.Measure;
import uk.jointdesk.kpi.statistics.store.FirstMonths;
import uk.jointdesk.kpi.statistics.store.MeasuredFigures;

/** The caller's figures, one for each partner row, priority and period, in reading order. */
@ApplicationScoped
public class Figures {

    private final Questions questions;
    private final MeasuredFigures measured;
    private final ThresholdStore thresholds;
    private final FirstMonths firstMonths;

    public Figures(Questions questions, MeasuredFigures measured, ThresholdStore thresholds, FirstMonths firstMonths) {
        this.questions = questions;
        this.measured = measured;
        this.thresholds = thresholds;
        this.firstMonths = firstMonths;
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
        Beginnings beginnings = firstMonths.of(partners);
        read.figures().forEach((cell, seen) -> {
            Period period = periods.get(cell.period());
            Figure figure = Figure.of(
                    measure, cell.priority(), cell.partner(), period.label(), period.from(), period.to(), seen);
            boolean known = measure.isRatio() || beginnings.reach(cell.partner(), period.from());
            figures.add(known ? figure : figure.withoutData());
        });
        return new AsAt<>(figures, read.instant());
    }

    /** The target of a figure as it stands at the end of its period; none for counts and for mixed priorities. */
    Optional<Fraction> target(Figure figure) {
        Thresholds levels = thresholds.all();
        return figure.measure().isRatio() && figure.priority() != null
                ? levels.of(figure.priority(), figure.to()).map(level -> Fraction.ofPercent(level.target()))
                : Optional.empty();
    }
}
