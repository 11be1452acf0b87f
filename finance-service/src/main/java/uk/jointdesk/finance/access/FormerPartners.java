package uk.jointdesk.finance.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.jointdesk.finance.partner.domain.FundingPartner;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.scope.PartnerScope;

/** Tells callers whose partners have all left from those that still belong to the service. */
@ApplicationScoped
public class FormerPartners {
    private final FundingPartners register;

    public FormerPartners(FundingPartners register) {
        this.register = register;
    }

    /** Whether every partner of a scope had left when a year began; a scope without partners never belonged. */
    public boolean before(PartnerScope scope, FinancialYear year) {
        List<FundingPartner> own = register.all().stream()
                .filter(partner -> scope.covers(partner.code()))
                .toList();
        return !own.isEmpty() && own.stream().allMatch(partner -> hasLeft(partner, year));
    }

    private static boolean hasLeft(FundingPartner partner, FinancialYear year) {
        return partner.memberTo() != null && partner.memberTo().isBefore(year.from());
    }
}
