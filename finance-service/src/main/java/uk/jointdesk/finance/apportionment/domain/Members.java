package uk.jointdesk.finance.apportionment.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/** The dated memberships a division goes by. A partner without an entry is a member always, and nobody's sub-body. */
public final class Members {
    public static final Members EVERYONE = new Members(new TreeMap<>());
    private final SortedMap<String, Membership> byPartner;

    private Members(SortedMap<String, Membership> byPartner) {
        this.byPartner = byPartner;
        byPartner.values().forEach(this::refuseDeepNesting);
    }

    /** @throws RuleBroken {@code member-twice}, {@code parent-nested} (a sub-body has no sub-bodies of its own) */
    public static Members of(Collection<Membership> memberships) {
        SortedMap<String, Membership> byPartner = new TreeMap<>();
        for (Membership membership : memberships) {
            if (byPartner.put(membership.partner(), membership) != null) {
                throw new RuleBroken("member-twice", "/members", membership.partner() + " is listed twice.");
            }
        }
        return new Members(byPartner);
    }

    private void refuseDeepNesting(Membership membership) {
        String parent = membership.parent();
        if (parent != null && (parent.equals(membership.partner()) || hasParent(parent))) {
            throw new RuleBroken(
                    "parent-nested",
                    "/members",
                    parent + " cannot pay for " + membership.partner() + ": it has a parent.");
        }
    }

    private boolean hasParent(String partner) {
        return Optional.ofNullable(byPartner.get(partner))
                .map(Membership::parent)
                .isPresent();
    }

    public Map<String, Membership> byPartner() {
        return Map.copyOf(byPartner);
    }

    public boolean isMember(String partner, LocalDate day) {
        Membership membership = byPartner.get(partner);
        return membership == null || membership.on(day);
    }

    /** Who is billed for it: its parent, or itself. */
    public String billed(String partner) {
        Membership membership = byPartner.get(partner);
        return membership == null || membership.parent() == null ? partner : membership.parent();
    }

    SortedSet<LocalDate> changes(Collection<String> partners) {
        SortedSet<LocalDate> days = new TreeSet<>();
        partners.stream()
                .map(byPartner::get)
                .filter(membership -> membership != null)
                .forEach(membership -> days.addAll(membership.changes()));
        return days;
    }
}
