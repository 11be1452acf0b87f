package uk.jointdesk.kpi.result.pack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.jointdesk.kpi.compliance.domain.Exclusion;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.result.domain.Figure;

/**
 * The tickets that a formula counts, by name.
 *
 * @param share whether it is tickets out of tickets, and not a number of them
 */
record Behind(List<String> numerator, List<String> rest, Map<Exclusion, List<String>> excluded, boolean share) {

    Figure figure() {
        Map<Exclusion, Long> counts = new TreeMap<>();
        excluded.forEach((reason, tickets) -> counts.put(reason, (long) tickets.size()));
        long denominator = share ? (long) numerator.size() + rest.size() : 1;
        return new Figure(numerator.size(), denominator, counts, null, null);
    }

    Evidence evidence() {
        List<String> left =
                excluded.values().stream().flatMap(List::stream).sorted().toList();
        return Evidence.measured(numerator, rest, left);
    }
}
