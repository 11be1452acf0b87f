package uk.jointdesk.finance.posting.web;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import uk.jointdesk.finance.access.Choice;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Coding;
import uk.jointdesk.finance.posting.domain.JournalFilter;
import uk.jointdesk.finance.year.web.YearParameter;

/** What journals are filtered by; a journal is shown when one of its lines fits everything that is asked. */
public class JournalQuery {
    @QueryParam("financialYear")
    String financialYear;

    @Parameter(description = "1 (April) to 13")
    @QueryParam("period")
    Integer period;

    @Parameter(description = "Such as EXPENDITURE")
    @QueryParam("account")
    String account;

    @QueryParam("budgetLine")
    String budgetLine;

    @Parameter(description = "Kind of the budget line: BASE, COVID, PROJECT, CAPITAL or NON_SHARED")
    @QueryParam("kind")
    String kind;

    @QueryParam("partner")
    String partner;

    @QueryParam("costCentre")
    String costCentre;

    @QueryParam("subjective")
    String subjective;

    @QueryParam("project")
    String project;

    JournalFilter read(YearParameter years) {
        return new JournalFilter(
                years.optional(financialYear),
                period == null ? null : years.period(period),
                Choice.of("account", account, Account.class),
                budgetLine,
                Choice.of("kind", kind, PoolKind.class),
                partner,
                new Coding(costCentre, subjective, project));
    }
}
