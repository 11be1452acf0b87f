package uk.jointdesk.kpi.pack.output;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Figure;

/** How figures and words of the contract are said to people. */
final class Labels {

    private static final Map<String, String> ROWS =
            Map.of("ALL", "All partners", "UNATTRIBUTED", "No partner", "TOTAL", "All priorities", "NONE", "None");

    private Labels() {}

    /** The head of a row. */
    static String head(String head) {
        return ROWS.getOrDefault(head, head);
    }

    static String column(String column) {
        return column.replace("..", " to ");
    }

    /** {@code AMBER} as {@code Amber}, {@code LEAD_MEMBER} as {@code Lead member}. */
    static String word(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }

    /** The value with its unit; {@code no data} where there is none. */
    static String value(Amount amount) {
        if (amount == null || amount.value() == null) {
            return "no data";
        }
        return amount.unit() == Amount.Unit.PERCENT ? amount.value() + "%" : amount.value();
    }

    /** {@code 50 of 86} for a ratio; null for anything else. */
    static String ratio(Amount amount) {
        return amount.denominator() == null ? null : amount.numerator() + " of " + amount.denominator();
    }

    /** {@code left out: 3 cancelled, 1 merged}; null where nothing was. */
    static String excluded(Amount amount) {
        if (amount.excluded().isEmpty()) {
            return null;
        }
        return amount.excluded().stream()
                .map(left -> left.count() + " "
                        + left.reason().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", ", "left out: ", ""));
    }

    static String rag(Figure figure) {
        boolean judged = figure.verdict() != null
                && figure.verdict().rag() != null
                && !figure.verdict().rag().equals("NO_DATA");
        return judged ? word(figure.verdict().rag()) : null;
    }
}
