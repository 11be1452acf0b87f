package uk.jointdesk.incident.rules.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.partner.domain.Partner;
import uk.jointdesk.incident.partner.store.PartnerStore;
import uk.jointdesk.kit.rules.PartnerDocument;
import uk.jointdesk.kit.rules.SuiteRules;
import uk.jointdesk.servicelevel.agreement.RuleBook;

/** The agreements and calendars as they stand in the database, kept in memory until their stamp changes. */
@ApplicationScoped
public class RulesInForce {

    private record Stamped(long stamp, RuleBook rules) {}

    private final CalendarStore calendars;
    private final AgreementStore agreements;
    private volatile Stamped kept;

    public RulesInForce(CalendarStore calendars, AgreementStore agreements) {
        this.calendars = calendars;
        this.agreements = agreements;
    }

    public RuleBook read(Handle handle) {
        long stamp = handle.createQuery("select stamp from rule_stamp")
                .mapTo(Long.class)
                .one();
        Stamped now = kept;
        if (now == null || now.stamp() != stamp) {
            now = new Stamped(stamp, load(handle));
            kept = now;
        }
        return now.rules();
    }

    private RuleBook load(Handle handle) {
        List<PartnerDocument> partners =
                PartnerStore.all(handle).stream().map(RulesInForce::document).toList();
        return SuiteRules.of(partners, calendars.all(handle), agreements.all(handle));
    }

    private static PartnerDocument document(Partner partner) {
        return new PartnerDocument(
                partner.code(),
                partner.name(),
                partner.kind(),
                partner.parent(),
                partner.host(),
                partner.memberFrom(),
                partner.memberTo(),
                partner.calendar());
    }
}
