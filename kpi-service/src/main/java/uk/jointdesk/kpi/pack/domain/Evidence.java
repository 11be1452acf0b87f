package uk.jointdesk.kpi.pack.domain;

import java.util.List;

/**
 * The tickets a figure counts, or the figures it is made of. A ticket that was counted twice stands here twice.
 *
 * @param numerator tickets counted in the numerator
 * @param rest tickets of the denominator outside the numerator
 * @param excluded tickets left out
 * @param parts ids of the figures this one is the sum, or with {@code mean} the unweighted mean, of
 * @param handedIn where numerator and denominator come from that were measured elsewhere; null where tickets are counted
 */
public record Evidence(
        List<String> numerator,
        List<String> rest,
        List<String> excluded,
        List<String> parts,
        boolean mean,
        String handedIn) {
    public static final Evidence NONE = counted(List.of());

    public Evidence {
        numerator = numerator == null ? List.of() : List.copyOf(numerator);
        rest = rest == null ? List.of() : List.copyOf(rest);
        excluded = excluded == null ? List.of() : List.copyOf(excluded);
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    public static Evidence counted(List<String> tickets) {
        return new Evidence(tickets, List.of(), List.of(), List.of(), false, null);
    }

    public static Evidence measured(List<String> numerator, List<String> rest, List<String> excluded) {
        return new Evidence(numerator, rest, excluded, List.of(), false, null);
    }

    public static Evidence sumOf(List<String> parts) {
        return new Evidence(List.of(), List.of(), List.of(), parts, false, null);
    }

    public static Evidence meanOf(List<String> parts) {
        return new Evidence(List.of(), List.of(), List.of(), parts, true, null);
    }

    /** Measured elsewhere and handed in: there are no tickets behind it. */
    public static Evidence handedIn(String from) {
        return new Evidence(List.of(), List.of(), List.of(), List.of(), false, from);
    }

    Evidence withoutTickets() {
        return new Evidence(List.of(), List.of(), List.of(), parts, mean, handedIn);
    }

    Evidence withoutParts() {
        return new Evidence(numerator, rest, excluded, List.of(), false, handedIn);
    }
}
