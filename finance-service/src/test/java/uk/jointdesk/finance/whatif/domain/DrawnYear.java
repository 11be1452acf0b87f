package uk.jointdesk.finance.whatif.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.Membership;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.apportionment.domain.SchemeVersion;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.contribution.domain.YearFacts;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.testkit.Draw;

/** A year of three pools under two schemes of two versions each; PA is a member throughout, PE is PA's sub-body. */
final class DrawnYear {
    static final FinancialYear YEAR = new FinancialYear(2050);
    private static final List<String> PARTNERS = List.of("PA", "PB", "PC", "PD", "PE");

    private DrawnYear() {}

    static YearFacts draw(Draw draw) {
        Map<String, Scheme> schemes = Map.of("S1", scheme("S1", draw), "S2", scheme("S2", draw));
        List<CostPool> pools = List.of(pool("L1", "S1", draw), pool("L2", "S2", draw), pool("L3", "S1", draw));
        return new YearFacts(YEAR, pools, schemes, members(draw), posted(draw));
    }

    static Members members(Draw draw) {
        List<Membership> members = new ArrayList<>(List.of(new Membership("PE", "PA", null, null)));
        for (String partner : PARTNERS.subList(1, 4)) {
            if (draw.chance(60)) {
                LocalDate from = draw.chance(50) ? null : YEAR.from().plusDays(draw.between(-30, 300));
                LocalDate to = (from == null ? YEAR.from() : from).plusDays(draw.between(0, 200));
                members.add(new Membership(partner, null, from, draw.chance(50) ? null : to));
            }
        }
        return Members.of(members);
    }

    private static Scheme scheme(String code, Draw draw) {
        return new Scheme(
                code,
                List.of(
                        new SchemeVersion(1, LocalDate.MIN, formula(draw)),
                        new SchemeVersion(2, YEAR.from().plusDays(draw.between(-9, 360)), formula(draw))));
    }

    private static Formula formula(Draw draw) {
        SortedMap<String, Fraction> weights = new TreeMap<>();
        PARTNERS.forEach(partner -> weights.put(partner, Fraction.of(draw.between(0, 4_000), 1)));
        weights.put("PA", Fraction.of(draw.between(1, 4_000), 1));
        return Formula.of(draw.chance(80) ? Method.DRIVER : Method.EQUAL, weights);
    }

    private static CostPool pool(String code, String scheme, Draw draw) {
        Money budget = Money.ofPence(draw.between(-99_999L, 1_460_000_000L));
        return new CostPool(YEAR, code, code, PoolKind.BASE, budget, scheme, "drawn", true);
    }

    private static List<PostedCost> posted(Draw draw) {
        List<PostedCost> posted = new ArrayList<>();
        for (String line : List.of("L1", "L2", "L3")) {
            for (int period = 1; period <= Period.CLOSING; period++) {
                String partner = draw.chance(80) ? null : draw.oneOf(PARTNERS);
                Money amount = Money.ofPence(draw.between(-50_000L, 99_999_999L));
                posted.add(new PostedCost(line, new Period(YEAR, period), partner, amount));
            }
        }
        return posted;
    }
}
