package uk.jointdesk.finance.statement.domain;

import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.year.domain.Period;

/**
 * What a council's contribution statement is made from: its own contribution and everybody else's as one sum.
 *
 * @param name of the council
 * @param others null when nobody else pays anything
 * @param assumed which shares rest on an assumption
 */
public record ContributionFigures(
        String name, Contribution own, Contribution others, Basis basis, Period upTo, AssumedShares assumed) {}
