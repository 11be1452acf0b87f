package uk.jointdesk.incident.problem.domain;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a problem came back. Months are those of the councils' own time; a ticket without a partner or a time
 * logged is in the total and in the row that says so, so that the parts add up to the total.
 *
 * @param byMonth incidents per local month in which they were logged, in order; {@value #UNKNOWN} when it is not known
 * @param byPartner incidents per partner; {@value #NOBODYS} of nobody's
 */
public record Recurrence(long total, Map<String, Long> byMonth, Map<String, Long> byPartner) {

    public static final String UNKNOWN = "UNKNOWN";
    public static final String NOBODYS = "UNATTRIBUTED";

    private static final ZoneId LOCAL = ZoneId.of("Europe/London");

    public static Recurrence of(Collection<Occurrence> occurrences) {
        return new Recurrence(
                occurrences.size(),
                occurrences.stream().collect(groupingBy(Recurrence::month, TreeMap::new, counting())),
                occurrences.stream().collect(groupingBy(Recurrence::partner, TreeMap::new, counting())));
    }

    private static String month(Occurrence occurrence) {
        return occurrence.loggedAt() == null
                ? UNKNOWN
                : YearMonth.from(occurrence.loggedAt().atZone(LOCAL)).toString();
    }

    private static String partner(Occurrence occurrence) {
        return occurrence.partner() == null ? NOBODYS : occurrence.partner();
    }
}
