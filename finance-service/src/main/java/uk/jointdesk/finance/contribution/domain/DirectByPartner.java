package uk.jointdesk.finance.contribution.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.posting.domain.PostedCost;

/** What was posted to single partners, by the partner that is billed for it. */
record DirectByPartner(SortedMap<String, List<PostedCost>> byBilled) {

    static DirectByPartner of(List<PostedCost> posted, Members members) {
        SortedMap<String, List<PostedCost>> direct = new TreeMap<>();
        posted.stream()
                .filter(cost -> !cost.isShared() && !cost.amount().isZero())
                .forEach(cost -> direct.computeIfAbsent(members.billed(cost.partner()), any -> new ArrayList<>())
                        .add(cost));
        return new DirectByPartner(direct);
    }

    Set<String> partners() {
        return byBilled.keySet();
    }

    List<PostedCost> of(String partner) {
        return byBilled.getOrDefault(partner, List.of());
    }
}
