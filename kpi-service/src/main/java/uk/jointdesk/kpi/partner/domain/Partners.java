package uk.jointdesk.kpi.partner.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The partner register, sorted by code. A sub-body belongs to one parent; parents have no parent. */
public record Partners(List<Partner> members) {
    public Partners {
        members = List.copyOf(members);
    }

    public Optional<Partner> find(String code) {
        return members.stream().filter(partner -> partner.code().equals(code)).findFirst();
    }

    public Optional<String> parentOf(String code) {
        return find(code).map(Partner::parent);
    }

    /** These partners with their sub-bodies. */
    public Set<String> withSubBodies(Set<String> codes) {
        Set<String> widened = new LinkedHashSet<>(codes);
        members.stream()
                .filter(partner -> Objects.nonNull(partner.parent()) && codes.contains(partner.parent()))
                .forEach(partner -> widened.add(partner.code()));
        return widened;
    }
}
