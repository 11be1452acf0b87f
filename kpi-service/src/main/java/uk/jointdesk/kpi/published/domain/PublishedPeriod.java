package uk.jointdesk.kpi.published.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days a published figure is about, both included. A label alone is not enough: the board pack of February 2019 has
 * a column "2017" of which nobody can say which months it holds.
 *
 * @param statedMonths how many months the source says it is; null if it does not say
 */
public record PublishedPeriod(String label, LocalDate from, LocalDate to, Integer statedMonths)
        implements Comparable<PublishedPeriod> {

    private static final List<String> WORDS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Pattern MONTHS =
            Pattern.compile("(\\d{1,2}|" + String.join("|", WORDS) + ")[ -]months?", Pattern.CASE_INSENSITIVE);

    public PublishedPeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to lies before from");
        }
    }

    /** How many whole months it is; none if it cuts one. */
    public OptionalInt months() {
        boolean whole = from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1;
        return whole
                ? OptionalInt.of((int) ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1)
                : OptionalInt.empty();
    }

    /** How many months the source says it is, by a number of its own or in the words of its label. */
    public OptionalInt monthsAsTold() {
        if (statedMonths != null) {
            return OptionalInt.of(statedMonths);
        }
        Matcher told = MONTHS.matcher(label);
        if (!told.find()) {
            return OptionalInt.empty();
        }
        int word = WORDS.indexOf(told.group(1).toLowerCase(Locale.ROOT));
        return OptionalInt.of(word >= 0 ? word + 1 : Integer.parseInt(told.group(1)));
    }

    public boolean isSameAs(PublishedPeriod other) {
        return from.equals(other.from) && to.equals(other.to);
    }

    public boolean contains(PublishedPeriod other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    @Override
    public int compareTo(PublishedPeriod other) {
        int byStart = from.compareTo(other.from);
        return byStart != 0 ? byStart : to.compareTo(other.to);
    }
}
