package uk.jointdesk.finance.statement.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.jointdesk.finance.apportionment.domain.Share;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.contribution.domain.PoolShare;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;

/** What of a contribution is the council's own, and what is for its sub-bodies, which are billed under it. */
final class WithinTable {
    private static final String CODE = "within";
    private final Contribution own;
    private final ShareTables shares;
    private final List<String> partners;

    WithinTable(Contribution own, ShareTables shares) {
        this.own = own;
        this.shares = shares;
        this.partners = own.within().stream().map(Contribution.Within::partner).toList();
    }

    Table table() {
        List<Table.Column> columns = new ArrayList<>(
                partners.stream().map(code -> new Table.Column(code, code)).toList());
        columns.add(new Table.Column("ALL", "Together"));
        List<Table.Row> rows = new ArrayList<>();
        own.pools().forEach(share -> rows.add(pool(share)));
        rows.add(direct());
        if (!own.earned().isZero()) {
            rows.add(less(ContributionStatement.INCOME, "Less income and grants", own.income(), own.ownIncome()));
        }
        if (!own.credited().isZero()) {
            rows.add(less(ContributionStatement.CREDITS, "Less service credits", own.credits(), List.of()));
        }
        rows.add(all(rows));
        return new Table(CODE, "Own part and sub-bodies", List.of("Line", "Title"), columns, rows);
    }

    private Table.Row pool(PoolShare share) {
        List<Cell> cells = new ArrayList<>();
        for (String partner : partners) {
            cells.add(Cell.given(
                    id(share.pool().code(), partner),
                    part(share, partner),
                    "By weight within the share",
                    shares.isAssumed(share)));
        }
        return row(share.pool().code(), share.pool().title(), cells, false);
    }

    private Money part(PoolShare share, String partner) {
        List<Share> within = share.line().within();
        if (within.isEmpty()) {
            return partner.equals(own.partner()) ? share.line().amount() : Money.ZERO;
        }
        return Money.sum(within.stream()
                .filter(one -> one.partner().equals(partner))
                .map(Share::amount)
                .toList());
    }

    private Table.Row direct() {
        List<Cell> cells = new ArrayList<>();
        for (String partner : partners) {
            Money charged = charged(own.direct(), partner);
            cells.add(Cell.given(id(ContributionStatement.DIRECT, partner), charged, "Charged directly", false));
        }
        return row(ContributionStatement.DIRECT, "Direct charges", cells, false);
    }

    private Table.Row less(String code, String title, List<PoolShare> earned, List<PostedCost> alone) {
        List<Cell> cells = new ArrayList<>();
        for (String partner : partners) {
            Money part = Money.sum(
                            earned.stream().map(share -> part(share, partner)).toList())
                    .plus(charged(alone, partner));
            cells.add(Cell.given(id(code, partner), part.negated(), "By weight within each share", false));
        }
        return row(code, title, cells, false);
    }

    private static Money charged(List<PostedCost> costs, String partner) {
        return Money.sum(costs.stream()
                .filter(cost -> partner.equals(cost.partner()))
                .map(PostedCost::amount)
                .toList());
    }

    private Table.Row all(List<Table.Row> rows) {
        List<Cell> cells = IntStream.range(0, partners.size())
                .mapToObj(column -> Cell.sum(
                        id("ALL", partners.get(column)),
                        rows.stream().map(row -> row.cells().get(column)).toList()))
                .toList();
        return row("ALL", "Contribution", cells, true);
    }

    private static Table.Row row(String code, String title, List<Cell> parts, boolean sum) {
        List<Cell> cells = new ArrayList<>(parts);
        cells.add(Cell.sum(id(code, "ALL"), parts));
        return new Table.Row(code, List.of(code, title), cells, sum);
    }

    private static String id(String row, String column) {
        return CODE + "/" + row + "/" + column;
    }
}
