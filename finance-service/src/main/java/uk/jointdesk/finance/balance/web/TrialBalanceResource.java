package uk.jointdesk.finance.balance.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.balance.domain.AccountBalance;
import uk.jointdesk.finance.balance.domain.TrialBalance;
import uk.jointdesk.finance.balance.store.Balances;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/trial-balance")
@Tag(name = "Ledger")
public class TrialBalanceResource {
    private final Balances balances;
    private final YearParameter years;
    private final WholeService wholeService;

    public TrialBalanceResource(Balances balances, YearParameter years, WholeService wholeService) {
        this.balances = balances;
        this.years = years;
        this.wholeService = wholeService;
    }

    /** @param items every account by budget line and partner; @param accounts the same, summed by account */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TrialBalance")
    public record View(
            String financialYear,
            int period,
            List<Row> items,
            List<Row> accounts,
            MoneyView debits,
            MoneyView credits,
            @JsonInclude(JsonInclude.Include.ALWAYS) String next) {}

    /** @param balance debits less credits: a debit balance is above zero */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TrialBalanceRow")
    public record Row(
            Account account,
            String budgetLine,
            String partner,
            MoneyView debits,
            MoneyView credits,
            MoneyView balance) {
        static Row of(AccountBalance row) {
            return new Row(
                    row.account(),
                    row.budgetLine(),
                    row.partner(),
                    MoneyView.of(row.debits()),
                    MoneyView.of(row.credits()),
                    MoneyView.of(row.balance()));
        }
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "trialBalance",
            summary = "Debits, credits and balance of every account of a year, up to and with a period",
            description = "Opening balances are among them once the year before was carried forward.")
    public View balance(@QueryParam("financialYear") String financialYear, @QueryParam("period") Integer period) {
        wholeService.required();
        FinancialYear year = years.required(financialYear);
        int upTo = years.period(period);
        TrialBalance trial = balances.of(year, upTo);
        return new View(
                year.code(),
                upTo,
                trial.rows().stream().map(Row::of).toList(),
                trial.byAccount().stream().map(Row::of).toList(),
                MoneyView.of(trial.debits()),
                MoneyView.of(trial.credits()),
                null);
    }
}
