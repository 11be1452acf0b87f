package uk.jointdesk.kpi.headline.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.statistics.domain.Measure;

/** Decides what is worth a headline: each priority against its target, demand and backlog against the range before. */
public final class Narrator {

    /** Where figures come from: what a caller may see, or the whole service. */
    public interface Source {
        /**
         * One figure for each partner row and period, in reading order.
         *
         * @param priority null for all together
         */
        List<Figure> of(Measure measure, Range range, Periodicity periodicity, String priority);

        /** The target service level of a figure, where one is agreed. */
        Optional<Fraction> target(Figure figure);
    }

    private final Source source;
    private final Range range;
    private final List<Headline> written = new ArrayList<>();
    private final List<Figure> before = new ArrayList<>();
    private final List<Figure> after = new ArrayList<>();

    private Narrator(Source source, Range range) {
        this.source = source;
        this.range = range;
    }

    public static List<Headline> of(Source source, Range range, List<String> priorities) {
        Narrator narrator = new Narrator(source, range);
        priorities.forEach(narrator::priority);
        narrator.overall();
        narrator.backlog();
        return List.copyOf(narrator.written);
    }

    private void priority(String priority) {
        List<Figure> partners = Rows.ofPartners(source.of(Measure.COMPLIANCE, range, Periodicity.WHOLE, priority));
        partners.stream()
                .findFirst()
                .flatMap(source::target)
                .flatMap(target -> Writer.compliance(priority, partners, target))
                .ifPresent(written::add);
        volumes(priority);
    }

    private void volumes(String priority) {
        List<Figure> earlier = everybody(Measure.LOGGED, Preceding.of(range), Periodicity.WHOLE, priority);
        List<Figure> months = everybody(Measure.LOGGED, range, Periodicity.MONTH, priority);
        for (Figure whole : everybody(Measure.LOGGED, range, Periodicity.WHOLE, priority)) {
            base(whole, earlier).ifPresent(base -> {
                String what = "%s %s logged".formatted(whole.partner(), priority);
                String id = "volumes-%s-%s".formatted(priority, whole.partner());
                written.add(Writer.volumes(id, what, Rows.of(whole.partner(), months), whole, base));
                before.add(base);
                after.add(whole);
            });
        }
    }

    private void overall() {
        if (after.stream().map(Figure::partner).distinct().count() == 1 && after.size() > 1) {
            written.add(0, Writer.overall(before, after));
        }
    }

    private void backlog() {
        List<Figure> starts = everybody(Measure.BACKLOG, Preceding.of(range), Periodicity.WHOLE, null);
        for (Figure end : everybody(Measure.BACKLOG, range, Periodicity.WHOLE, null)) {
            base(end, starts)
                    .ifPresent(start -> written.add(Writer.volumes(
                            "backlog-" + end.partner(), end.partner() + " open at the end", List.of(), end, start)));
        }
    }

    /** What a figure is compared with; nothing is said of a figure that has no data itself. */
    private static Optional<Figure> base(Figure figure, List<Figure> earlier) {
        return Rows.of(figure.partner(), earlier).stream().findFirst().filter(base -> figure.value()
                .isPresent());
    }

    private List<Figure> everybody(Measure measure, Range asked, Periodicity periodicity, String priority) {
        return Rows.ofEverybody(source.of(measure, asked, periodicity, priority));
    }
}
