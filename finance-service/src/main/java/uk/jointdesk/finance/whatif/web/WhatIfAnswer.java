package uk.jointdesk.finance.whatif.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.whatif.domain.Cell;
import uk.jointdesk.finance.whatif.domain.Comparison;
import uk.jointdesk.finance.whatif.domain.Comparison.Pair;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * Each partner's pounds under what is assumed, beside today's. Differences add up to nothing, since the cost stays.
 *
 * @param partners of all years together
 * @param total absent for a council, which sees its own and OTHERS
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WhatIfAnswer(Basis basis, List<Year> years, List<Sum> partners, Beside total) {

    public record Beside(MoneyView today, MoneyView whatIf, MoneyView difference) {
        static Beside of(Pair pair) {
            return new Beside(MoneyView.of(pair.today()), MoneyView.of(pair.whatIf()), MoneyView.of(pair.difference()));
        }
    }

    public record Sum(String partner, Beside total) {}

    /** @param period the last that counts */
    public record Year(String financialYear, int period, List<Partner> partners, Beside total) {}

    /** @param months only when asked for; they add up to the total */
    public record Partner(String partner, List<Pool> pools, Beside direct, Beside total, List<Month> months) {}

    /** @param title absent where charges of a line without a title are summed */
    public record Pool(String line, String title, String scheme, Beside amounts) {}

    public record Month(int period, Beside amounts) {}

    static Year year(
            FinancialYear year, int period, List<CostPool> pools, Comparison compared, boolean byMonth, boolean all) {
        SortedMap<String, CostPool> byCode = new TreeMap<>();
        pools.forEach(pool -> byCode.put(pool.code(), pool));
        List<Partner> partners = new ArrayList<>();
        for (Map.Entry<String, Pair> partner : compared.by(Cell::partner).entrySet()) {
            partners.add(partner(partner.getKey(), partner.getValue(), byCode, compared, byMonth));
        }
        return new Year(year.code(), period, partners, all ? total(compared) : null);
    }

    private static Partner partner(
            String code, Pair total, Map<String, CostPool> pools, Comparison compared, boolean byMonth) {
        List<Pool> shares = new ArrayList<>();
        compared.by(cell -> isOf(cell, code) && !cell.direct() ? cell.line() : null)
                .forEach((line, pair) -> shares.add(
                        new Pool(line, pools.get(line).title(), pools.get(line).scheme(), Beside.of(pair))));
        Pair direct = compared.by(cell -> isOf(cell, code) && cell.direct() ? "" : null)
                .getOrDefault("", Pair.NOTHING);
        List<Month> months = new ArrayList<>();
        compared.by(cell -> isOf(cell, code) ? cell.period() : null)
                .forEach((period, pair) -> months.add(new Month(period, Beside.of(pair))));
        return new Partner(code, shares, Beside.of(direct), Beside.of(total), byMonth ? months : null);
    }

    private static boolean isOf(Cell cell, String partner) {
        return cell.partner().equals(partner);
    }

    private static Beside total(Comparison compared) {
        return Beside.of(compared.by(cell -> "").getOrDefault("", Pair.NOTHING));
    }

    static WhatIfAnswer of(Basis basis, List<Year> years, List<Comparison> compared, boolean all) {
        SortedMap<String, Pair> sums = new TreeMap<>();
        compared.forEach(
                year -> year.by(Cell::partner).forEach((partner, pair) -> sums.merge(partner, pair, Pair::plus)));
        List<Sum> partners = sums.entrySet().stream()
                .map(sum -> new Sum(sum.getKey(), Beside.of(sum.getValue())))
                .toList();
        Pair total = sums.values().stream().reduce(Pair.NOTHING, Pair::plus);
        return new WhatIfAnswer(basis, years, partners, all ? Beside.of(total) : null);
    }
}
