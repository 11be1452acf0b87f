package uk.jointdesk.finance.bill.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.contribution.domain.PoolShare;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;

/** A contribution as lines to bill: shares of pools, direct charges, less income, less service credits. */
public final class ContributionDue {
    private final Contribution contribution;
    private final Map<String, String> titles;

    private ContributionDue(Contribution contribution, Map<String, String> titles) {
        this.contribution = contribution;
        this.titles = titles;
    }

    /** @param pools of the year, for the titles of their lines */
    public static Due of(Contribution contribution, List<CostPool> pools) {
        SortedMap<String, String> titles = new TreeMap<>();
        pools.forEach(pool -> titles.put(pool.code(), pool.title()));
        ContributionDue due = new ContributionDue(contribution, titles);
        List<Contribution.Within> within = contribution.within().isEmpty()
                ? List.of(new Contribution.Within(contribution.partner(), contribution.total()))
                : contribution.within();
        return new Due(contribution.partner(), due.lines(), within);
    }

    private List<BillLine> lines() {
        List<BillLine> lines = new ArrayList<>();
        contribution.pools().forEach(share -> lines.add(line(LineKind.POOL, share, Function.identity())));
        direct(LineKind.DIRECT, contribution.direct(), Function.identity()).forEach(lines::add);
        income().forEach(lines::add);
        contribution.credits().forEach(share -> lines.add(line(LineKind.CREDIT, share, Money::negated)));
        return lines.stream().filter(line -> !line.amount().isZero()).toList();
    }

    private static BillLine line(LineKind kind, PoolShare share, Function<Money, Money> sign) {
        Fraction part = share.line().fraction();
        String note = part + " (" + part.percent().toPlainString() + " per cent) of " + share.cost();
        return new BillLine(
                kind,
                share.pool().code(),
                share.pool().title(),
                note,
                sign.apply(share.line().amount()));
    }

    private List<BillLine> direct(LineKind kind, List<PostedCost> costs, Function<Money, Money> sign) {
        SortedMap<String, Money> byLine = new TreeMap<>();
        costs.forEach(cost -> byLine.merge(cost.line(), sign.apply(cost.amount()), Money::plus));
        return byLine.entrySet().stream()
                .map(row -> new BillLine(kind, row.getKey(), title(row.getKey()), "charged directly", row.getValue()))
                .toList();
    }

    /** What a line earned for all and what it earned for the partner alone are one line of the bill. */
    private List<BillLine> income() {
        SortedMap<String, BillLine> byLine = new TreeMap<>();
        contribution
                .income()
                .forEach(share -> byLine.put(share.pool().code(), line(LineKind.INCOME, share, Money::negated)));
        direct(LineKind.INCOME, contribution.ownIncome(), Money::negated)
                .forEach(own -> byLine.merge(
                        own.code(),
                        own.with(own.amount(), "received for the partner alone"),
                        (shared, alone) -> shared.with(
                                shared.amount().plus(alone.amount()),
                                shared.note() + " and " + alone.amount().negated() + " for the partner alone")));
        return List.copyOf(byLine.values());
    }

    private String title(String code) {
        return titles.getOrDefault(code, code);
    }
}
