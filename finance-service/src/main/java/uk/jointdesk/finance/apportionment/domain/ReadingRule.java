package uk.jointdesk.finance.apportionment.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import uk.jointdesk.finance.driver.domain.Months;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;

/** Which months' driver values weights are read from. */
public enum ReadingRule {
    /** The month that holds a day named beforehand, and stays so until another day is named. */
    SNAPSHOT,
    /** The month the weights are for. */
    SAME_MONTH,
    /** The mean over the financial year before. */
    PREVIOUS_YEAR_AVERAGE;

    /**
     * @param from first day the weights are for
     * @param snapshotOn the day named, null for rules that need none
     * @throws RuleBroken {@code snapshot-day-missing}, {@code snapshot-day-not-used}
     */
    public Months months(LocalDate from, LocalDate snapshotOn) {
        if (this == SNAPSHOT && snapshotOn == null) {
            throw new RuleBroken("snapshot-day-missing", "/reading/snapshotOn", "A snapshot names its day.");
        }
        if (this != SNAPSHOT && snapshotOn != null) {
            throw new RuleBroken("snapshot-day-not-used", "/reading/snapshotOn", "Only a snapshot has a day.");
        }
        return switch (this) {
            case SNAPSHOT -> month(snapshotOn);
            case SAME_MONTH -> month(from);
            case PREVIOUS_YEAR_AVERAGE -> yearBefore(from);
        };
    }

    private static Months month(LocalDate day) {
        return new Months(YearMonth.from(day), YearMonth.from(day));
    }

    private static Months yearBefore(LocalDate day) {
        LocalDate april = FinancialYear.containing(day).from();
        return new Months(YearMonth.from(april.minusYears(1)), YearMonth.from(april.minusMonths(1)));
    }
}
