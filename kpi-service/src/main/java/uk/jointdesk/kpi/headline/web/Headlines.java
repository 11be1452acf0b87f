package uk.jointdesk.kpi.headline.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.headline.domain.Figure;
import uk.jointdesk.kpi.headline.domain.Headline;
import uk.jointdesk.kpi.headline.domain.Narrator;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.statistics.domain.Measure;

/** Has headlines written about the caller's figures of a range. */
@ApplicationScoped
public class Headlines {

    private final Figures figures;

    public Headlines(Figures figures) {
        this.figures = figures;
    }

    /** @param filter the tickets to write about */
    AsAt<List<Headline>> of(Range range, Filter filter) {
        Seen seen = new Seen(filter);
        List<Headline> written = Narrator.of(seen, range, filter.prioritiesShown());
        return new AsAt<>(written, seen.asAt);
    }

    /** What the caller sees of the tickets asked for. */
    private final class Seen implements Narrator.Source {

        private final Filter filter;
        private Instant asAt;

        private Seen(Filter filter) {
            this.filter = filter;
        }

        @Override
        public List<Figure> of(Measure measure, Range range, Periodicity periodicity, String priority) {
            Set<String> priorities = priority == null ? Set.of() : Set.of(priority);
            var read = figures.of(measure, range, periodicity, filter.ofPriorities(priorities));
            asAt = read.instant();
            return read.figures();
        }

        @Override
        public Optional<Fraction> target(Figure figure) {
            return figures.target(figure);
        }
    }
}
