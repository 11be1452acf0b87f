package uk.jointdesk.kpi.partner.store;

import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kit.scope.ScopeExpansion;

/** A council sees its sub-bodies: Lewisham represents Lewisham Homes. */
@ApplicationScoped
public class SubBodies implements ScopeExpansion {

    private final PartnerStore partners;

    public SubBodies(PartnerStore partners) {
        this.partners = partners;
    }

    @Override
    public PartnerScope widen(PartnerScope claimed) {
        return PartnerScope.of(partners.all().withSubBodies(claimed.partners()));
    }
}
