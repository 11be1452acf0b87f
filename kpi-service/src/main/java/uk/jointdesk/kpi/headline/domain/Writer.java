package uk.jointdesk.kpi.headline.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.jointdesk.kpi.headline.domain.Headline.Claim;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.statistics.domain.Chance;

/** Writes headlines: what the figures say, partner by partner and priority by priority, and nothing else. */
public final class Writer {

    private Writer() {}

    /** How a priority stands against its target, each partner by itself; nothing where nobody had any measured. */
    public static Optional<Headline> compliance(String priority, List<Figure> partners, Fraction target) {
        List<Figure> measured =
                partners.stream().filter(figure -> figure.value().isPresent()).toList();
        List<String> sentences = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        String against = " its target of " + target.percent() + " % for ";
        for (ClaimKind kind : List.of(ClaimKind.MEETS_TARGET, ClaimKind.MISSES_TARGET)) {
            List<Figure> rows = measured.stream()
                    .filter(figure -> meets(figure, target) == (kind == ClaimKind.MEETS_TARGET))
                    .toList();
            if (!rows.isEmpty()) {
                String verb = kind == ClaimKind.MEETS_TARGET ? " meets" : " misses";
                sentences.add(priority + verb + against + listed(rows) + ".");
                claims.add(new Claim(kind, rows));
            }
        }
        small(measured).ifPresent(sentences::add);
        return Optional.of(new Headline("compliance-" + priority, String.join(" ", sentences), measured, claims))
                .filter(headline -> !measured.isEmpty());
    }

    /** How a number of tickets went over the periods of the range, and against the range before. */
    public static Headline volumes(String id, String what, List<Figure> periods, Figure whole, Figure before) {
        List<String> sentences = new ArrayList<>();
        if (periods.size() > 1) {
            sentences.add(course(what, periods));
        }
        sentences.add(comparison(what, whole, before));
        List<Figure> figures = new ArrayList<>(periods);
        figures.addAll(List.of(whole, before));
        List<Claim> claims = Stream.of(periods, List.of(before, whole))
                .flatMap(row -> kind(row).map(kind -> new Claim(kind, row)).stream())
                .toList();
        return new Headline(id, String.join(" ", sentences), figures, claims);
    }

    /** A time of which nothing is known is not one in which there was nothing. */
    private static String comparison(String what, Figure whole, Figure before) {
        if (before.value().isEmpty()) {
            return "%s: %s in %s; there are no data of %s to compare with."
                    .formatted(what, whole.printed(), whole.period(), before.period());
        }
        return "%s: %s in %s against %s in %s before, %s."
                .formatted(
                        what,
                        whole.printed(),
                        whole.period(),
                        before.printed(),
                        before.period(),
                        change(before, whole));
    }

    /** Which priorities went up and which down: a mixture gets no single word. */
    public static Headline overall(List<Figure> before, List<Figure> after) {
        List<String> words = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            words.add(after.get(i).priority() + " " + change(before.get(i), after.get(i)));
            figures.add(before.get(i));
            figures.add(after.get(i));
        }
        boolean oneWay = anyWithoutData(before) || directions(before, after) == 1;
        String text = "Tickets logged against the period before: %s%s."
                .formatted(String.join(", ", words), oneWay ? "" : ": a mixed picture");
        return new Headline("volumes", text, figures, List.of());
    }

    private static boolean anyWithoutData(List<Figure> figures) {
        return figures.stream().anyMatch(figure -> figure.value().isEmpty());
    }

    private static long directions(List<Figure> before, List<Figure> after) {
        return IntStream.range(0, after.size())
                .map(i -> Integer.signum(
                        Long.compare(after.get(i).tickets(), before.get(i).tickets())))
                .distinct()
                .count();
    }

    private static boolean meets(Figure figure, Fraction target) {
        return figure.value().orElseThrow().compareTo(target) >= 0;
    }

    private static String listed(List<Figure> figures) {
        return figures.stream()
                .map(figure -> figure.partner() + " " + figure.withParts())
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> small(List<Figure> figures) {
        String few = figures.stream()
                .filter(Figure::isSmall)
                .map(figure -> figure.partner() + " " + figure.tickets())
                .collect(Collectors.joining(", "));
        return few.isEmpty() ? Optional.empty() : Optional.of("Small numbers (tickets measured): " + few + ".");
    }

    private static String course(String what, List<Figure> periods) {
        String values = periods.stream().map(Figure::printed).collect(Collectors.joining(", "));
        String course = kind(periods)
                .map(kind -> kind == ClaimKind.INCREASES ? "more every period" : "fewer every period")
                .orElse("neither more nor fewer every period");
        String first = periods.get(0).period();
        String last = periods.get(periods.size() - 1).period();
        return "%s: %s from %s to %s, %s.".formatted(what, values, first, last, course);
    }

    /** The direction of every step, if they all have the same. */
    private static Optional<ClaimKind> kind(List<Figure> periods) {
        List<Integer> steps = new ArrayList<>();
        if (anyWithoutData(periods)) {
            return Optional.empty();
        }
        for (int i = 1; i < periods.size(); i++) {
            steps.add(Integer.signum(
                    Long.compare(periods.get(i).tickets(), periods.get(i - 1).tickets())));
        }
        if (steps.stream().distinct().count() != 1 || steps.get(0) == 0) {
            return Optional.empty();
        }
        return Optional.of(steps.get(0) > 0 ? ClaimKind.INCREASES : ClaimKind.DECREASES);
    }

    private static String change(Figure before, Figure after) {
        if (before.value().isEmpty()) {
            return "has no data of " + before.period();
        }
        long difference = after.tickets() - before.tickets();
        if (difference == 0) {
            return "as many";
        }
        String size = Math.abs(difference) + (difference > 0 ? " more" : " fewer");
        return size + (Chance.isExceededBetween(before.tickets(), after.tickets()) ? "" : " (no more than chance)");
    }
}
