package uk.jointdesk.kpi.partner.domain;

import java.time.LocalDate;

/**
 * A partner as the register of incident-service has it.
 *
 * @param kind AUTHORITY, CUSTOMER or SUB_BODY
 * @param parent the authority a sub-body belongs to, else null
 * @param memberFrom first local day of membership, or null for always
 * @param memberTo last local day of membership, or null for still
 */
public record Partner(
        String code,
        String name,
        String kind,
        String parent,
        boolean host,
        LocalDate memberFrom,
        LocalDate memberTo,
        String calendar) {

    public boolean isMemberBetween(LocalDate from, LocalDate to) {
        boolean joinedByThen = memberFrom == null || !memberFrom.isAfter(to);
        boolean notYetLeft = memberTo == null || !memberTo.isBefore(from);
        return joinedByThen && notYetLeft;
    }
}
