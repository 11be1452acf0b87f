package uk.jointdesk.finance.bill.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.contribution.domain.Contributions;
import uk.jointdesk.finance.contribution.domain.YearFacts;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;
import uk.jointdesk.finance.statement.PublishedYears;
import uk.jointdesk.finance.year.domain.Period;

/** 2020-21 as the demo bills it: 14.6m in quarters, then an outturn 1.5k under it and 954.8k of Covid-19. */
class BillsOf2020Test {
    private static final InstalmentPlan QUARTERS = InstalmentPlan.equal(4, LocalDate.of(2020, 5, 1));
    private static final InstalmentPlan ONCE = InstalmentPlan.once(LocalDate.of(2021, 6, 30));
    private static final List<CostPool> POOLS = List.of(
            PublishedYears.pool(PublishedYears.Y2020, "BASE", PoolKind.BASE, "14600000.00", false),
            PublishedYears.pool(PublishedYears.Y2020, "COVID", PoolKind.COVID, "0.00", false));
    private static final YearFacts FACTS = new YearFacts(
            PublishedYears.Y2020,
            POOLS,
            PublishedYears.schemes(),
            PublishedYears.MEMBERS,
            List.of(posted("BASE", "14598500.00"), posted("COVID", "954800.00")));

    @Test
    void the_estimate_is_the_published_budget_in_quarters() {
        List<BillDraft> estimate = Billing.bills(dues(Basis.BUDGET), Map.of(), QUARTERS);
        assertThat(estimate).hasSize(12);
        assertThat(total(estimate)).isEqualTo(Money.parse("14600000.00"));
        assertThat(amounts(estimate, "LBB")).containsExactly("1097638.56", "1097638.56", "1097638.55", "1097638.55");
        assertThat(amounts(estimate, "LBL")).containsExactly("1048385.55", "1048385.54", "1048385.54", "1048385.54");
        assertThat(amounts(estimate, "LBS")).containsExactly("1503975.91", "1503975.90", "1503975.90", "1503975.90");
    }

    @Test
    void the_true_up_is_the_covid_spend_less_what_the_service_was_under_its_budget() {
        List<BillDraft> estimate = Billing.bills(dues(Basis.BUDGET), Map.of(), QUARTERS);
        Map<String, Due> billed =
                Billing.byPartner(estimate.stream().map(BillDraft::due).toList());
        List<BillDraft> trueUp = Billing.bills(dues(Basis.ACTUAL), billed, ONCE);
        assertThat(total(trueUp)).isEqualTo(Money.parse("953300.00"));
        assertThat(amounts(trueUp, "LBB")).containsExactly("286679.13");
        assertThat(amounts(trueUp, "LBL")).containsExactly("273815.33");
        assertThat(amounts(trueUp, "LBS")).containsExactly("392805.54");
        List<BillDraft> all = new ArrayList<>(estimate);
        all.addAll(trueUp);
        assertThat(total(all)).isEqualTo(Money.parse("15553300.00"));
    }

    private static PostedCost posted(String line, String amount) {
        return new PostedCost(line, new Period(PublishedYears.Y2020, 12), null, Money.parse(amount));
    }

    private static Map<String, Due> dues(Basis basis) {
        Map<String, Due> dues = new TreeMap<>();
        Contributions.of(FACTS, basis)
                .items()
                .forEach(item -> dues.put(item.partner(), ContributionDue.of(item, POOLS)));
        return dues;
    }

    private static List<String> amounts(List<BillDraft> drafts, String partner) {
        return drafts.stream()
                .filter(draft -> draft.partner().equals(partner))
                .map(draft -> draft.due().total().toString())
                .toList();
    }

    private static Money total(List<BillDraft> drafts) {
        return Money.sum(drafts.stream().map(draft -> draft.due().total()).toList());
    }
}
