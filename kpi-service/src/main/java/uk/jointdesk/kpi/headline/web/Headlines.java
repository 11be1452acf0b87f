package uk.jointdesk.kpi.headline.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.headline.domain.Figure;
import uk.jointdesk.kpi.headline.domain.Headline;
import uk.jointdesk.kpi.headline.domain.Preceding;
import uk.jointdesk.kpi.headline.domain.Writer;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.statistics.domain.Measure;

/** Gathers the figures of a range and has headlines written about them. */
@ApplicationScoped
public class Headlines {

    private final Figures figures;

    public Headlines(Figures figures) {
        this.figures = figures;
    }

    /** @param filter the partners and priorities to write about */
    AsAt<List<Headline>> of(Range range, Filter filter) {
        List<Headline> written = new ArrayList<>();
        Instant asAt = null;
        List<Figure> after = new ArrayList<>();
        List<Figure> before = new ArrayList<>();
        for (String priority : filter.prioritiesShown()) {
            Filter one = new Filter(filter.partners(), Set.of(priority), filter.types(), filter.queues());
            asAt = compliance(range, one, priority, written);
            volumes(range, one, priority, written, before, after);
        }
        if (after.stream().map(Figure::partner).distinct().count() == 1 && after.size() > 1) {
            written.add(0, Writer.overall(before, after));
        }
        backlog(range, new Filter(filter.partners(), Set.of(), filter.types(), filter.queues()), written);
        return new AsAt<>(written, asAt);
    }

    private Instant compliance(Range range, Filter filter, String priority, List<Headline> written) {
        var read = figures.of(Measure.COMPLIANCE, range, Periodicity.WHOLE, filter);
        List<Figure> partners = figures.ofPartners(read.figures());
        partners.stream()
                .findFirst()
                .flatMap(figures::target)
                .flatMap(target -> Writer.compliance(priority, partners, target))
                .ifPresent(written::add);
        return read.instant();
    }

    private void volumes(
            Range range,
            Filter filter,
            String priority,
            List<Headline> written,
            List<Figure> before,
            List<Figure> after) {
        List<Figure> wholes = everybody(Measure.LOGGED, range, Periodicity.WHOLE, filter);
        List<Figure> earlier = everybody(Measure.LOGGED, Preceding.of(range), Periodicity.WHOLE, filter);
        List<Figure> months = everybody(Measure.LOGGED, range, Periodicity.MONTH, filter);
        for (Figure whole : wholes) {
            of(whole.partner(), earlier).stream().findFirst().ifPresent(base -> {
                String what = "%s %s logged".formatted(whole.partner(), priority);
                String id = "volumes-%s-%s".formatted(priority, whole.partner());
                written.add(Writer.volumes(id, what, of(whole.partner(), months), whole, base));
                before.add(base);
                after.add(whole);
            });
        }
    }

    private void backlog(Range range, Filter filter, List<Headline> written) {
        List<Figure> ends = everybody(Measure.BACKLOG, range, Periodicity.WHOLE, filter);
        List<Figure> starts = everybody(Measure.BACKLOG, Preceding.of(range), Periodicity.WHOLE, filter);
        for (Figure end : ends) {
            of(end.partner(), starts).stream()
                    .findFirst()
                    .ifPresent(start -> written.add(Writer.volumes(
                            "backlog-" + end.partner(), end.partner() + " open at the end", List.of(), end, start)));
        }
    }

    private List<Figure> everybody(Measure measure, Range range, Periodicity periodicity, Filter filter) {
        return figures.ofEverybody(
                figures.of(measure, range, periodicity, filter).figures());
    }

    private static List<Figure> of(String partner, List<Figure> figures) {
        return figures.stream()
                .filter(figure -> partner.equals(figure.partner()))
                .toList();
    }
}
