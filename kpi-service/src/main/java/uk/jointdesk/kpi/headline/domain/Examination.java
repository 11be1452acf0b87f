package uk.jointdesk.kpi.headline.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.jointdesk.kpi.headline.domain.Ruling.Contradiction;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.statistics.domain.Chance;
import uk.jointdesk.kpi.statistics.domain.Wilson;

/**
 * Holds a claim against the figures it speaks of, each row by itself: a phrase about all partners is true only if it is
 * true of each.
 */
public final class Examination {

    /** Down, level, up. */
    private static final List<String> COURSES = List.of(" is a fall.", " is no change.", " is a rise.");

    private final ClaimKind claim;
    private final Function<Figure, Optional<Fraction>> targets;
    private final List<Contradiction> contradictions = new ArrayList<>();
    private final List<String> cautions = new ArrayList<>();

    private Examination(ClaimKind claim, Function<Figure, Optional<Fraction>> targets) {
        this.claim = claim;
        this.targets = targets;
    }

    /**
     * @param rows the figures of each row in the order of time
     * @param targets the target service level of a figure, where one is agreed
     */
    public static Ruling of(ClaimKind claim, List<List<Figure>> rows, Function<Figure, Optional<Fraction>> targets) {
        Examination examination = new Examination(claim, targets);
        if (rows.stream().allMatch(List::isEmpty)) {
            examination.against("There are no such figures.");
        }
        rows.stream().filter(row -> !row.isEmpty()).forEach(examination::row);
        return new Ruling(examination.contradictions, examination.cautions);
    }

    private void row(List<Figure> row) {
        if (row.size() < claim.leastValues()) {
            against("%s periods do not bear %s: it takes %d.".formatted(row.size(), claim, claim.leastValues()), row);
        }
        row.forEach(this::caution);
        if (claim.isAboutTarget()) {
            row.forEach(this::target);
        } else {
            for (int i = 1; i < row.size(); i++) {
                step(row.get(i - 1), row.get(i));
            }
        }
    }

    private void caution(Figure figure) {
        if (figure.value().isEmpty()) {
            String words = figure.measure().isRatio() ? ": nothing was measured." : ": there are no data of that time.";
            against(figure.name() + words, List.of(figure));
        } else if (figure.isSmall()) {
            cautions.add("Small numbers: %s rests on %d tickets.".formatted(figure.name(), figure.tickets()));
        }
    }

    private void target(Figure figure) {
        Optional<Fraction> level = targets.apply(figure);
        if (level.isEmpty()) {
            against(figure.name() + ": no target is agreed.", List.of(figure));
        } else {
            figure.value().ifPresent(value -> target(figure, value, level.get()));
        }
    }

    private void target(Figure figure, Fraction value, Fraction level) {
        boolean meets = value.compareTo(level) >= 0;
        if (meets != (claim == ClaimKind.MEETS_TARGET)) {
            String words = "%s: %s %s the target of %s %%."
                    .formatted(figure.name(), figure.withParts(), meets ? "meets" : "is below", level.percent());
            against(words, List.of(figure));
        }
    }

    private void step(Figure before, Figure after) {
        if (before.value().isEmpty() || after.value().isEmpty()) {
            return;
        }
        int direction =
                Integer.signum(after.value().get().compareTo(before.value().get()));
        Optional<Boolean> byChance = isByChance(before, after);
        String words =
                "%s to %s: %s to %s".formatted(before.name(), after.period(), before.withParts(), after.withParts());
        if (claim.direction() == 0) {
            unchanged(byChance, words, List.of(before, after));
        } else if (direction != claim.direction()) {
            against(words + COURSES.get(direction + 1), List.of(before, after));
        } else if (byChance.orElse(false)) {
            cautions.add(words + " is no more than chance.");
        }
    }

    private void unchanged(Optional<Boolean> byChance, String words, List<Figure> figures) {
        if (byChance.isEmpty()) {
            against(words + " cannot be judged without numerators and denominators.", figures);
        } else if (!byChance.get()) {
            against(words + " is more than chance.", figures);
        }
    }

    /** Whether the step could be chance; nobody can tell of a percentage without its parts. */
    private static Optional<Boolean> isByChance(Figure before, Figure after) {
        if (!before.measure().isRatio()) {
            long one = before.value().orElseThrow().numerator().longValueExact();
            long other = after.value().orElseThrow().numerator().longValueExact();
            return Optional.of(!Chance.isExceededBetween(one, other));
        }
        Optional<Wilson> one = before.interval();
        return one.flatMap(interval -> after.interval().map(interval::overlaps));
    }

    private void against(String words) {
        against(words, List.of());
    }

    private void against(String words, List<Figure> figures) {
        contradictions.add(new Contradiction(words, figures));
    }
}
