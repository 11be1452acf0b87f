package uk.jointdesk.kpi.feed.upstream;

import java.time.LocalDate;
import uk.jointdesk.kpi.partner.domain.Partner;

/** A partner as incident-service writes it. */
public record PartnerDocument(
        String code,
        String name,
        String kind,
        String parent,
        boolean host,
        LocalDate memberFrom,
        LocalDate memberTo,
        String calendar) {

    Partner toPartner() {
        return new Partner(code, name, kind, parent, host, memberFrom, memberTo, calendar);
    }
}
