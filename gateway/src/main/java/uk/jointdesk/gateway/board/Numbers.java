package uk.jointdesk.gateway.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** How the page prints. */
final class Numbers {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK).withZone(LONDON);

    private Numbers() {}

    static String grouped(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** {@code 975500.00} as {@code £975,500.00}; to the penny, and negative with a minus sign. */
    static String money(Figures.Money money) {
        if (money == null) {
            return "–";
        }
        BigDecimal amount = new BigDecimal(money.amount());
        String pounds = "£" + String.format(Locale.UK, "%,.2f", amount.abs());
        return amount.signum() < 0 ? "−" + pounds : pounds;
    }

    /** An instant in London, or the text as it came if it is none. */
    static String moment(String instant) {
        if (instant == null) {
            return "no facts yet";
        }
        try {
            return MOMENT.format(Instant.parse(instant)) + " (Europe/London)";
        } catch (DateTimeParseException other) {
            return instant;
        }
    }
}
