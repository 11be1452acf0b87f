package uk.jointdesk.kpi.headline.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.web.Days;
import uk.jointdesk.kpi.headline.domain.ClaimKind;
import uk.jointdesk.kpi.headline.domain.Examination;
import uk.jointdesk.kpi.headline.domain.Figure;
import uk.jointdesk.kpi.headline.domain.Rows;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.statistics.domain.Measure;

/** Finds the figures that a claim is about and has it examined. */
@ApplicationScoped
public class Claims {

    private final Figures figures;

    public Claims(Figures figures) {
        this.figures = figures;
    }

    /**
     * @param published the published figures it is about, instead of those of this service
     * @param pointer where the claim stands in the body
     */
    RulingView examine(ClaimDocument claim, Optional<PublishedFigures> published, String pointer) {
        List<Period> periods = periods(claim, pointer);
        List<List<Figure>> rows =
                published.map(table -> told(claim, periods, table)).orElseGet(() -> own(claim, periods));
        List<Figure> all = rows.stream().flatMap(List::stream).toList();
        return RulingView.of(claim, Examination.of(claim.claim(), rows, figures::target), all);
    }

    private List<List<Figure>> own(ClaimDocument claim, List<Period> periods) {
        Set<String> priorities = claim.priority() == null ? Set.of() : Set.of(claim.priority());
        Set<String> partners = claim.partners() == null ? Set.of() : Set.copyOf(claim.partners());
        Filter filter = new Filter(partners, priorities, Set.of(), Set.of());
        List<Figure> found = new ArrayList<>();
        for (Period period : periods) {
            Range range = new Range(period.from(), period.to());
            found.addAll(
                    figures.of(measure(claim), range, Periodicity.WHOLE, filter).figures());
        }
        List<Figure> meant = claim.partners() != null
                ? found
                : isAboutEach(claim) ? Rows.ofPartners(found) : Rows.ofEverybody(found);
        return byPartner(meant);
    }

    private static List<List<Figure>> told(ClaimDocument claim, List<Period> periods, PublishedFigures table) {
        Measure measure = measure(claim);
        List<String> partners = claim.partners();
        if (partners == null) {
            Stream<String> rows = table.partners(measure, claim.priority()).stream();
            partners = rows.filter(partner -> partner.equals("ALL") != isAboutEach(claim))
                    .toList();
        }
        return partners.stream()
                .map(partner -> periods.stream()
                        .flatMap(period -> table.of(measure, claim.priority(), partner, period).stream())
                        .toList())
                .toList();
    }

    /** A phrase about a target is about every partner; how many tickets there were is about all together. */
    private static boolean isAboutEach(ClaimDocument claim) {
        return claim.claim() == ClaimKind.MEETS_TARGET || claim.claim() == ClaimKind.MISSES_TARGET;
    }

    private static List<List<Figure>> byPartner(List<Figure> figures) {
        return figures.stream()
                .map(Figure::partner)
                .distinct()
                .map(partner -> figures.stream()
                        .filter(figure -> figure.partner().equals(partner))
                        .toList())
                .toList();
    }

    private static Measure measure(ClaimDocument claim) {
        return Measure.named(claim.measure()).orElseThrow();
    }

    private static List<Period> periods(ClaimDocument claim, String pointer) {
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < claim.periods().size(); i++) {
            Period period = period(claim.periods().get(i), pointer + "/periods/" + i);
            if (i > 0 && !period.from().isAfter(periods.get(i - 1).to())) {
                throw refused(pointer + "/periods/" + i, "Periods come in the order of time.");
            }
            periods.add(period);
        }
        return periods;
    }

    private static Period period(String label, String pointer) {
        String[] ends = label.split("/", 2);
        try {
            Range range = Days.range(ends[0], ends[ends.length - 1]);
            return new Period(label, range.from(), range.to(), false);
        } catch (Refusal unreadable) {
            throw refused(
                    pointer, "A period is a month (2018-10), a quarter (2018-Q4), or first and last with a slash.");
        }
    }

    private static Refusal refused(String pointer, String message) {
        return Refusal.refused("claim-refused", message, new FieldError(pointer, message));
    }
}
