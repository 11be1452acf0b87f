package uk.jointdesk.kpi.result.domain;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.jointdesk.kpi.register.domain.Family;

/**
 * The months a report is about. Its headings are computed: a typed one outlives the table it once stood over, as "six
 * months" over five of them did.
 */
public record ReportPeriod(YearMonth from, YearMonth to) {

    public List<YearMonth> months() {
        return Stream.iterate(from, month -> month.plusMonths(1))
                .limit(length())
                .toList();
    }

    public long length() {
        return from.until(to, ChronoUnit.MONTHS) + 1;
    }

    /** {@code June 2021 to October 2021 (5 months; contract months 75 to 79 since 1 April 2015)}. */
    public String heading(Family family) {
        String span = from.equals(to) ? name(from) : name(from) + " to " + name(to);
        String length = length() == 1 ? "1 month" : length() + " months";
        return span + " (" + length + contractMonths(family) + ")";
    }

    private String contractMonths(Family family) {
        return family.contractMonth(from)
                .flatMap(first -> family.contractMonth(to)
                        .map(last -> "; contract months " + first.month() + " to "
                                + last.month() + " since "
                                + family.contractStart().getDayOfMonth() + " "
                                + name(YearMonth.from(family.contractStart()))))
                .orElse("");
    }

    private static String name(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.UK) + " " + month.getYear();
    }
}
