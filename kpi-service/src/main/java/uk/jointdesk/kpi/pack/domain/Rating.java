package uk.jointdesk.kpi.pack.domain;

import java.math.BigDecimal;
import java.util.Optional;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * The ratings of a contract performance notice (Procurement Regulations 2024, regulation 39). At the target or above is
 * good; between the minimum and the target approaches it; below the agreed floor is inadequate.
 */
public enum Rating {
    GOOD("Good"),
    APPROACHING_TARGET("Approaching target"),
    REQUIRES_IMPROVEMENT("Requires improvement"),
    INADEQUATE("Inadequate"),
    OTHER("Other");

    private final String words;

    Rating(String words) {
        this.words = words;
    }

    /** As the regulations spell it. */
    public String words() {
        return words;
    }

    /**
     * The rating of the register where it has one, for it knows which way an indicator is better.
     *
     * @param floor per cent below which a result is inadequate, null where none is agreed
     */
    public static Rating of(Figure figure, BigDecimal floor) {
        Optional<Fraction> result = figure.amount().fraction();
        if (figure.verdict().kpi() != null && figure.verdict().kpi().rating() != null) {
            return figure.verdict().kpi().rating();
        }
        boolean farBelow = floor != null
                && result.filter(ratio -> ratio.compareTo(Fraction.ofPercent(floor)) < 0)
                        .isPresent();
        return switch (figure.verdict().rag()) {
            case "GREEN" -> GOOD;
            case "AMBER" -> farBelow ? INADEQUATE : APPROACHING_TARGET;
            case "RED" -> farBelow ? INADEQUATE : REQUIRES_IMPROVEMENT;
            default -> OTHER;
        };
    }
}
