package uk.jointdesk.kpi.pack.domain;

import java.util.List;

/**
 * The tickets a figure counts, or the figures it is made of. A ticket that was counted twice stands here twice.
 *
 * @param numerator tickets counted in the numerator
 * @param rest tickets of the denominator outside the numerator
 * @param excluded tickets left out
 * @param parts ids of the figures this one is the sum, or with {@code mean} the unweighted mean, of
 */
public record Evidence(
        List<String> numerator, List<String> rest, List<String> excluded, List<String> parts, boolean mean) {
    public static final Evidence NONE = new Evidence(List.of(), List.of(), List.of(), List.of(), false);

    public Evidence {
        numerator = numerator == null ? List.of() : List.copyOf(numerator);
        rest = rest == null ? List.of() : List.copyOf(rest);
        excluded = excluded == null ? List.of() : List.copyOf(excluded);
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    public static Evidence counted(List<String> tickets) {
        return new Evidence(tickets, List.of(), List.of(), List.of(), false);
    }

    public static Evidence measured(List<String> numerator, List<String> rest, List<String> excluded) {
        return new Evidence(numerator, rest, excluded, List.of(), false);
    }

    public static Evidence sumOf(List<String> parts) {
        return new Evidence(List.of(), List.of(), List.of(), parts, false);
    }

    public static Evidence meanOf(List<String> parts) {
        return new Evidence(List.of(), List.of(), List.of(), parts, true);
    }

    Evidence withoutTickets() {
        return new Evidence(List.of(), List.of(), List.of(), parts, mean);
    }

    Evidence withoutParts() {
        return new Evidence(numerator, rest, excluded, List.of(), false);
    }
}
