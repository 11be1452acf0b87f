package uk.jointdesk.incident.partner.domain;

import java.time.LocalDate;

/**
 * A council or body that is served. Partners are dated data: they join, leave and have parts.
 *
 * @param parent the authority a sub-body belongs to, else null
 * @param memberTo last day of membership, null while no end is set
 * @param calendar the code of its service hours
 * @param version counts changes of the entry
 */
public record Partner(
        String code,
        String name,
        String kind,
        String parent,
        boolean host,
        LocalDate memberFrom,
        LocalDate memberTo,
        String calendar,
        long version) {}
