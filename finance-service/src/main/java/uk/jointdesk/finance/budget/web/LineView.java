package uk.jointdesk.finance.budget.web;

import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.money.web.MoneyView;

/** A cost pool as it is shown. */
public record LineView(
        String financialYear,
        String code,
        String title,
        PoolKind kind,
        MoneyView budget,
        String scheme,
        String source,
        boolean assumption) {

    static LineView of(CostPool pool) {
        return new LineView(
                pool.year().code(),
                pool.code(),
                pool.title(),
                pool.kind(),
                MoneyView.of(pool.budget()),
                pool.scheme(),
                pool.source(),
                pool.assumption());
    }
}
