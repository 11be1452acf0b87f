package uk.jointdesk.finance.intake.domain;

/**
 * Which of the sender's codes go where.
 *
 * @param costCentre the sender's, or null for any
 * @param expense the sender's subjective code or expense type, or null for any
 */
public record CodeRule(String costCentre, String expense, Target target) {

    boolean fits(String sentCostCentre, String sentExpense) {
        return (costCentre == null || costCentre.equalsIgnoreCase(sentCostCentre))
                && (expense == null || expense.equalsIgnoreCase(sentExpense));
    }

    /** A rule that names both codes goes before one that names one; a cost centre before an expense type. */
    int precision() {
        return (costCentre == null ? 0 : 2) + (expense == null ? 0 : 1);
    }
}
