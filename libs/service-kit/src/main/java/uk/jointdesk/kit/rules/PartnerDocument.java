package uk.jointdesk.kit.rules;

import java.time.LocalDate;

/**
 * A council or body that is served.
 *
 * @param kind AUTHORITY, CUSTOMER or SUB_BODY
 * @param parent the authority a sub-body belongs to, else null
 * @param host whether it employs the service's staff
 * @param memberFrom first day of membership
 * @param memberTo last day of membership, null while no end is set
 * @param calendar the code of its service hours
 */
public record PartnerDocument(
        String code,
        String name,
        String kind,
        String parent,
        boolean host,
        LocalDate memberFrom,
        LocalDate memberTo,
        String calendar) {}
