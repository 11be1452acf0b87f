package uk.jointdesk.finance.partner.domain;

import java.time.LocalDate;
import uk.jointdesk.finance.apportionment.domain.Membership;

/**
 * A partner in finance's own register: a partner that leaves stays in it, with its last day.
 *
 * @param parent who is billed for a sub-body, or null
 * @param memberTo last day of membership, or null while it lasts
 * @param version counts the changes of this entry
 */
public record FundingPartner(
        String code,
        String name,
        String parent,
        LocalDate memberFrom,
        LocalDate memberTo,
        String source,
        long version) {

    public Membership membership() {
        return new Membership(code, parent, memberFrom, memberTo);
    }
}
