package uk.jointdesk.finance.contribution.domain;

import java.time.LocalDate;
import java.util.List;
import uk.jointdesk.finance.apportionment.domain.Line;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;

/**
 * A partner's share of one pool, with the sum that leads to it.
 *
 * @param cost of the whole pool
 * @param line the partner's share of it
 * @param steps one for each dated term; their amounts add up to the share
 */
public record PoolShare(CostPool pool, Money cost, Line line, List<Step> steps) {

    /**
     * One term's part of the sum: cost x weight / all weights = amount, to the penny.
     *
     * @param term the days, the version and the cost of the term, for everybody
     */
    public record Step(Term term, Fraction weight, Fraction fraction, Money amount) {}

    /** What a step shares with the same step of every other partner. */
    public record Term(LocalDate from, LocalDate to, int version, Method method, Money cost, Fraction weights) {}
}
