package uk.jointdesk.finance.bill.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is billed what. Every run bills what is due less what was billed for the year before, so bills of a year add up to
 * the contributions of the year however often they are corrected.
 */
public final class Billing {
    private Billing() {}

    /**
     * @param due by partner
     * @param billed for the same year before, by partner; a partner that is due nothing now gets it back
     * @return in the order of partner and part; an instalment of nothing is no bill
     */
    public static List<BillDraft> bills(Map<String, Due> due, Map<String, Due> billed, InstalmentPlan plan) {
        SortedSet<String> partners = new TreeSet<>(due.keySet());
        partners.addAll(billed.keySet());
        List<BillDraft> drafts = new ArrayList<>();
        for (String partner : partners) {
            Due rest = due.getOrDefault(partner, Due.nothing(partner))
                    .minus(billed.getOrDefault(partner, Due.nothing(partner)));
            drafts.addAll(bills(rest, plan));
        }
        return List.copyOf(drafts);
    }

    private static List<BillDraft> bills(Due rest, InstalmentPlan plan) {
        List<Due> parts = plan.split(rest);
        List<BillDraft> drafts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).total().isZero()) {
                drafts.add(new BillDraft(
                        parts.get(i), i + 1, parts.size(), plan.parts().get(i).dueOn()));
            }
        }
        return drafts;
    }

    /** Dues by partner; several of one partner are added up. */
    public static SortedMap<String, Due> byPartner(List<Due> dues) {
        SortedMap<String, Due> byPartner = new TreeMap<>();
        dues.forEach(due -> byPartner.merge(due.partner(), due, Due::plus));
        return byPartner;
    }
}
