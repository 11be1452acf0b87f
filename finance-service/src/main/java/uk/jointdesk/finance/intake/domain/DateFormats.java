package uk.jointdesk.finance.intake.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/** How an extract writes days, tried in this order; 30 February is no day in any of them. */
public final class DateFormats {
    private final List<String> patterns;
    private final List<DateTimeFormatter> formats;

    private DateFormats(List<String> patterns) {
        this.patterns = List.copyOf(patterns);
        this.formats = patterns.stream().map(DateFormats::format).toList();
    }

    /**
     * @param patterns such as {@code dd/MM/yyyy} or {@code d-MMM-yyyy}
     * @throws RuleBroken {@code date-format-malformed}
     */
    public static DateFormats of(List<String> patterns) {
        return new DateFormats(patterns);
    }

    public List<String> patterns() {
        return patterns;
    }

    private static DateTimeFormatter format(String pattern) {
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern.replace('y', 'u'))
                    .toFormatter(Locale.UK)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException notAPattern) {
            throw new RuleBroken("date-format-malformed", "/dateFormats", pattern + " is not a pattern of a day.");
        }
    }

    /** @throws RowRefused {@code date-malformed} */
    public LocalDate read(String written, String pointer) throws RowRefused {
        for (DateTimeFormatter format : formats) {
            try {
                return LocalDate.parse(written, format);
            } catch (DateTimeException anotherFormat) {
                // the next one may fit
            }
        }
        throw new RowRefused("date-malformed", "is not a day as the profile writes it", pointer);
    }
}
