package uk.jointdesk.gateway.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The months a board page is about, both included; never more than {@link #MOST} so that a page stays readable.
 *
 * <p>{@code to} before {@code from} and a longer period are {@link IllegalArgumentException} with words for the reader.
 */
public record BoardPeriod(YearMonth from, YearMonth to) {

    public static final int MOST = 12;

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    public BoardPeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The last month must not be before the first month");
        }
        if (from.plusMonths(MOST - 1L).isBefore(to)) {
            throw new IllegalArgumentException("The period must be " + MOST + " months or fewer");
        }
    }

    /** The three months that end with this one. */
    public static BoardPeriod endingIn(YearMonth last) {
        return new BoardPeriod(last.minusMonths(2), last);
    }

    public List<YearMonth> months() {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
    }

    public LocalDate lastDay() {
        return to.atEndOfMonth();
    }

    /** "October to December 2018", "November 2018 to January 2019", "October 2018". */
    public String inWords() {
        if (from.equals(to)) {
            return NAME.format(from);
        }
        String first = from.getYear() == to.getYear()
                ? from.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.UK)
                : NAME.format(from);
        return first + " to " + NAME.format(to);
    }

    /** The financial year (April to March) that holds the last month, such as {@code 2018-19}. */
    public String financialYear() {
        int start = to.getMonthValue() >= 4 ? to.getYear() : to.getYear() - 1;
        return "%d-%02d".formatted(start, (start + 1) % 100);
    }
}
