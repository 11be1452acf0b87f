package uk.jointdesk.finance.monitoring.domain;

import java.util.Optional;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.forecast.domain.Forecast;
import uk.jointdesk.finance.money.domain.Money;

/**
 * Where a budget line stands at the end of a period.
 *
 * @param budgetToDate what the budget has for the periods up to it
 * @param actual posted to date
 * @param accrued what of the actual is accrued and taken back in the next period; below zero, more was prepaid
 * @param commitments ordered, not invoiced and not accrued
 * @param forecast the latest that was made by then, or null
 */
public record LinePosition(
        CostPool pool, Money budgetToDate, Money actual, Money accrued, Money commitments, Forecast forecast) {

    public Money original() {
        return pool.amounts().original();
    }

    /** Approved moves from and to other lines. */
    public Money virements() {
        return pool.amounts().virements();
    }

    public Money revised() {
        return pool.budget();
    }

    /** What the outturn is expected to be: the forecast, or else what was posted. */
    public Money expected() {
        return Optional.ofNullable(forecast).map(Forecast::amount).orElse(actual);
    }

    /** Of the outturn from the revised budget; above zero is over budget. */
    public Money variance() {
        return expected().minus(revised());
    }

    /** Of the actual from the budget to date. */
    public Money varianceToDate() {
        return actual.minus(budgetToDate);
    }

    /** What is left once everything ordered is paid. */
    public Money uncommitted() {
        return revised().minus(actual).minus(commitments);
    }
}
