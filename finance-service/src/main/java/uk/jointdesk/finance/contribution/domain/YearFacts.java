package uk.jointdesk.finance.contribution.domain;

import java.util.List;
import java.util.Map;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.posting.domain.PostedCost;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * Everything a year's contributions follow from.
 *
 * @param pools by line code, ascending
 * @param posted costs of the year up to the period asked for
 */
public record YearFacts(
        FinancialYear year,
        List<CostPool> pools,
        Map<String, Scheme> schemes,
        Members members,
        List<PostedCost> posted) {}
