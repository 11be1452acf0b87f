package uk.jointdesk.incident.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import uk.jointdesk.incident.partner.store.PartnerStore;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kit.scope.ScopeExpansion;

/** A council sees what is its sub-bodies': Lewisham's token reads Lewisham Homes' tickets. */
@ApplicationScoped
public class SubBodies implements ScopeExpansion {

    private final PartnerStore partners;

    public SubBodies(PartnerStore partners) {
        this.partners = partners;
    }

    @Override
    public PartnerScope widen(PartnerScope claimed) {
        if (claimed.all() || claimed.partners().isEmpty()) {
            return claimed;
        }
        Set<String> codes = new HashSet<>(claimed.partners());
        codes.addAll(partners.subBodiesOf(claimed.partners()));
        return PartnerScope.of(codes);
    }
}
