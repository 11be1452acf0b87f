package uk.jointdesk.kpi.register.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One version of how an indicator is counted from tickets.
 *
 * @param from first local day it is in force
 * @param types only these ticket types, empty for any
 * @param priorities only these priorities, empty for any
 * @param days age of OPEN_OLDER_THAN in local days, else zero
 */
public record Formula(
        int version,
        LocalDate from,
        FormulaKind kind,
        SortedSet<String> types,
        SortedSet<String> priorities,
        int days) {

    public static final Set<String> TYPES = Set.of("INCIDENT", "SERVICE_REQUEST");
    public static final Set<String> PRIORITIES = Set.of("P1", "P2", "P3", "P4");

    public Formula {
        types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
        priorities = Collections.unmodifiableSortedSet(new TreeSet<>(priorities));
    }

    /** The formula in words, to stand beside its number. */
    public String text() {
        return switch (kind) {
            case RESOLVED_WITHIN_TARGET ->
                "Tickets (" + which()
                        + ") resolved in the month within their agreed target, out of those resolved in the"
                        + " month that have a target; tickets without target, cancelled or merged are left out and"
                        + " counted.";
            case OPEN_OLDER_THAN ->
                "Tickets (" + which() + ") open at the end of the month and logged more than " + days
                        + " days before it, out of all of them open then.";
            case LOGGED -> "Tickets (" + which() + ") logged in the month.";
        };
    }

    void check(Unit unit, String pointer) {
        if (kind.unit() != unit) {
            throw new RuleBroken("formula-unit-refused", pointer + "/kind", "is counted in " + kind.unit());
        }
        if ((kind == FormulaKind.OPEN_OLDER_THAN) != (days > 0)) {
            throw new RuleBroken(
                    "formula-days-refused", pointer + "/days", "is for OPEN_OLDER_THAN, and required there");
        }
        checkWords(types, TYPES, pointer + "/types");
        checkWords(priorities, PRIORITIES, pointer + "/priorities");
    }

    private static void checkWords(Set<String> words, Set<String> known, String pointer) {
        if (!known.containsAll(words)) {
            throw new RuleBroken("formula-word-unknown", pointer, "any of " + new TreeSet<>(known));
        }
    }

    private String which() {
        return (types.isEmpty() ? "any type" : String.join(", ", types)) + "; "
                + (priorities.isEmpty() ? "any priority" : String.join(", ", priorities));
    }
}
