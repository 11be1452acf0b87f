package uk.jointdesk.finance.contribution.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.FormerPartners;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.contribution.domain.Contributions;
import uk.jointdesk.finance.contribution.domain.OwnAndOthers;
import uk.jointdesk.finance.contribution.store.Accounts;
import uk.jointdesk.finance.contribution.store.ContributionFacts;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/contributions")
@Tag(name = "Contributions")
public class ContributionsResource {
    private final ContributionFacts facts;
    private final Accounts accounts;
    private final FormerPartners former;
    private final YearParameter years;
    private final Caller caller;

    public ContributionsResource(
            ContributionFacts facts, Accounts accounts, FormerPartners former, YearParameter years, Caller caller) {
        this.facts = facts;
        this.accounts = accounts;
        this.former = former;
        this.years = years;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "contributions",
            summary = "What each partner pays for a year, and the sum that leads to it",
            description = "Shares of cost pools and direct charges, less income and grants, less service credits; with"
                    + " what was billed and received, and what a true-up comes to. Sub-bodies are billed under their parent and listed within it. A council sees its own and"
                    + " all the others as one row OTHERS.")
    public ContributionsView contributions(
            @QueryParam("financialYear") String financialYear,
            @QueryParam("partner") String partner,
            @QueryParam("basis") String basis,
            @QueryParam("period") Integer period) {
        FinancialYear year = years.required(financialYear);
        int upTo = years.period(period);
        Contributions all = Contributions.of(facts.of(year, upTo), basis(basis));
        List<Contribution> seen = only(partner, seen(all, year));
        boolean everything = caller.scope().all();
        Money total =
                everything ? Money.sum(seen.stream().map(Contribution::total).toList()) : null;
        Map<String, Accounts.Position> positions = accounts.of(year);
        List<ContributionsView.Item> items =
                seen.stream().map(item -> item(item, positions)).toList();
        return ContributionsView.of(year.code(), all.basis(), upTo, items, total);
    }

    /** Who has left reads its own history, and learns nothing of the years after. */
    private List<Contribution> seen(Contributions all, FinancialYear year) {
        PartnerScope scope = caller.scope();
        if (scope.all()) {
            return all.items();
        }
        return former.before(scope, year)
                ? all.items().stream()
                        .filter(item -> scope.covers(item.partner()))
                        .toList()
                : OwnAndOthers.of(all, scope::covers);
    }

    /** How the others pay is nobody else's business, not even as a sum. */
    private static ContributionsView.Item item(Contribution contribution, Map<String, Accounts.Position> positions) {
        if (contribution.partner().equals(OwnAndOthers.OTHERS)) {
            return ContributionsView.Item.of(contribution, null);
        }
        Accounts.Position position = positions.getOrDefault(contribution.partner(), Accounts.Position.NOTHING);
        return ContributionsView.Item.of(
                contribution, ContributionsView.Account.of(contribution, position.billed(), position.received()));
    }

    /** A partner that is not the caller's is as unknown as one that does not exist. */
    private List<Contribution> only(String partner, List<Contribution> seen) {
        if (partner == null) {
            return seen;
        }
        if (!caller.scope().covers(partner)) {
            throw Refusal.notFound();
        }
        List<Contribution> only =
                seen.stream().filter(item -> item.partner().equals(partner)).toList();
        if (only.isEmpty()) {
            throw Refusal.notFound();
        }
        return only;
    }

    private static Basis basis(String written) {
        try {
            return written == null ? Basis.BUDGET : Basis.valueOf(written);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed(
                    "basis-unknown",
                    "Contributions are worked out on BUDGET or on ACTUAL.",
                    FieldError.query("basis", "BUDGET or ACTUAL"));
        }
    }
}
