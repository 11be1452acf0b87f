package uk.jointdesk.incident.partner.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.jointdesk.incident.partner.store.PartnerStore;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/** The partners that a body names as affected: each known, and all of them the caller's to write for. */
@ApplicationScoped
public class NamedPartners {

    private final PartnerStore partners;
    private final Caller caller;

    public NamedPartners(PartnerStore partners, Caller caller) {
        this.partners = partners;
        this.caller = caller;
    }

    /** The codes, sorted and once each; none at all only for who sees everybody's. */
    public List<String> checked(List<String> codes, String pointer) {
        List<String> named = codes == null ? List.of() : codes;
        if (named.isEmpty() && !caller.scope().all()) {
            throw Refusal.refused("partner-required", "Say who is affected.", new FieldError(pointer, "is required"));
        }
        for (int place = 0; place < named.size(); place++) {
            String code = named.get(place);
            if (code == null || !partners.exists(code)) {
                throw Refusal.refused(
                        "partner-unknown",
                        "There is no such partner.",
                        new FieldError(pointer + "/" + place, "is unknown"));
            }
        }
        checkMine(named);
        return named.stream().distinct().sorted().toList();
    }

    /** Refuses when a thing concerns partners beside the caller's: who writes to it writes for all of them. */
    public void checkMine(List<String> codes) {
        if (!caller.scope().all() && (codes.isEmpty() || !codes.stream().allMatch(caller.scope()::covers))) {
            throw Refusal.forbidden("partner-not-yours", "This caller may not write for every partner affected.");
        }
    }

    /** Those of the affected partners that the caller may know of. */
    public List<String> visible(List<String> codes) {
        return codes.stream().filter(caller.scope()::covers).toList();
    }
}
