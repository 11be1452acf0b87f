package uk.jointdesk.finance.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kit.scope.ScopeExpansion;

/** A council speaks for its sub-bodies: Lewisham represents Lewisham Homes in governance, and pays for it. */
@ApplicationScoped
public class SubBodies implements ScopeExpansion {
    private final FundingPartners register;

    public SubBodies(FundingPartners register) {
        this.register = register;
    }

    @Override
    public PartnerScope widen(PartnerScope claimed) {
        Set<String> codes = new TreeSet<>(claimed.partners());
        register.all().stream()
                .filter(partner -> claimed.covers(partner.parent()))
                .forEach(partner -> codes.add(partner.code()));
        return PartnerScope.of(codes);
    }
}
