package uk.jointdesk.finance.code.domain;

import java.time.LocalDate;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * A cost centre, subjective code or project that lines may name.
 *
 * @param activeFrom first day it may be used, or null for any
 * @param activeTo last day it may be used, or null while it lasts
 * @param source where it is published, or the reasoning behind an assumption
 * @param version counts the changes of this entry
 */
public record LedgerCode(
        Dimension dimension,
        String code,
        String title,
        LocalDate activeFrom,
        LocalDate activeTo,
        String source,
        long version) {

    /** @throws RuleBroken {@code dates-reversed} */
    public LedgerCode {
        if (activeFrom != null && activeTo != null && activeTo.isBefore(activeFrom)) {
            throw new RuleBroken(
                    "dates-reversed", "/activeTo", "The last day is before the first, " + activeFrom + ".");
        }
    }

    public boolean isActiveOn(LocalDate day) {
        return (activeFrom == null || !day.isBefore(activeFrom)) && (activeTo == null || !day.isAfter(activeTo));
    }
}
