package uk.jointdesk.finance.apportionment.domain;

import java.util.List;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;

/**
 * The part of a cost that falls in one term, divided.
 *
 * @param part of the whole cost, exact
 * @param lines adding up to the cost; their fractions are of this term's cost
 */
public record TermCost(Term term, Money cost, Fraction part, List<Line> lines) {}
