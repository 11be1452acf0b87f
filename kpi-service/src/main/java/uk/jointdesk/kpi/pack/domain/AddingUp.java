package uk.jointdesk.kpi.pack.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * Checks that every total of a pack is the sum of its parts and every count has its tickets. The board pack of February
 * 2019 printed totals with up to 3,664 tickets that were in no borough's row; such a pack is not published here.
 */
public final class AddingUp {

    private final Map<String, Figure> figures;
    private final List<Discrepancy> found = new ArrayList<>();

    private AddingUp(PackDocument pack) {
        this.figures = pack.figuresById();
        if (figures.size() != pack.figures().count()) {
            found.add(new Discrepancy("", "two figures of the pack have the same id"));
        }
    }

    /** What does not add up, in reading order. */
    public static List<Discrepancy> discrepancies(PackDocument pack) {
        AddingUp check = new AddingUp(pack);
        check.figures.values().forEach(check::check);
        pack.sections().forEach(section -> section.balances().forEach(check::check));
        return List.copyOf(check.found);
    }

    private void check(Figure figure) {
        Evidence evidence = figure.evidence();
        if (evidence.parts().isEmpty()) {
            checkTickets(figure);
            return;
        }
        List<Figure> parts = evidence.parts().stream()
                .map(figures::get)
                .filter(Objects::nonNull)
                .toList();
        if (parts.size() != evidence.parts().size()) {
            object(figure, "names parts that are not in the pack");
        } else if (evidence.mean()) {
            checkMean(figure, parts);
        } else {
            checkSum(figure, parts);
        }
    }

    private void checkTickets(Figure figure) {
        Amount amount = figure.amount();
        if (amount.numerator() == null || !figure.countsTickets()) {
            return;
        }
        Evidence behind = figure.evidence();
        long measured = (long) behind.numerator().size() + behind.rest().size();
        boolean exact = behind.numerator().size() == amount.numerator()
                && (amount.denominator() == null || measured == amount.denominator())
                && behind.excluded().size() == excluded(amount);
        if (!exact) {
            object(figure, "is not the number of the tickets behind it");
        }
    }

    private void checkSum(Figure total, List<Figure> parts) {
        Amount amount = total.amount();
        boolean sums = sum(parts, part -> count(part.amount().numerator())) == count(amount.numerator())
                && sum(parts, part -> count(part.amount().denominator())) == count(amount.denominator())
                && byReason(parts).equals(byReason(List.of(total)));
        if (!sums) {
            object(total, "is not the sum of its parts");
        }
    }

    private void checkMean(Figure mean, List<Figure> parts) {
        List<Fraction> terms = parts.stream()
                .map(part -> part.amount().fraction())
                .flatMap(Optional::stream)
                .toList();
        String expected = terms.isEmpty() ? null : Fraction.mean(terms).percent();
        if (!Objects.equals(expected, mean.amount().value())) {
            object(mean, "is not the mean of its parts");
        }
    }

    private void check(Balance law) {
        Figure total = figures.get(law.total());
        if (total == null
                || !figures.keySet().containsAll(law.plus())
                || !figures.keySet().containsAll(law.minus())) {
            found.add(new Discrepancy(law.total(), "is balanced against figures that are not in the pack"));
            return;
        }
        if (count(total.amount().numerator()) != sum(law.plus()) - sum(law.minus())) {
            object(total, "does not balance: what came in less what went out is something else");
        }
    }

    private long sum(List<String> ids) {
        return sum(
                ids.stream().map(figures::get).toList(),
                part -> count(part.amount().numerator()));
    }

    private static long sum(List<Figure> parts, ToLongFunction<Figure> of) {
        return parts.stream().mapToLong(of).sum();
    }

    private static Map<String, Long> byReason(List<Figure> parts) {
        Map<String, Long> reasons = new TreeMap<>();
        parts.forEach(part ->
                part.amount().excluded().forEach(left -> reasons.merge(left.reason(), left.count(), Long::sum)));
        return reasons;
    }

    private static long excluded(Amount amount) {
        return amount.excluded().stream().mapToLong(Amount.Excluded::count).sum();
    }

    private static long count(Long value) {
        return value == null ? 0 : value;
    }

    private void object(Figure figure, String message) {
        found.add(new Discrepancy(figure.id(), message));
    }
}
