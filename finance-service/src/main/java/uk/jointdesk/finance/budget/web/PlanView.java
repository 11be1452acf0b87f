package uk.jointdesk.finance.budget.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.budget.domain.Approval;
import uk.jointdesk.finance.budget.domain.BudgetPlan;
import uk.jointdesk.finance.budget.domain.PlanLine;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.budget.domain.Recurrence;
import uk.jointdesk.finance.money.web.MoneyView;

/** A plan with its years side by side. */
@Schema(name = "BudgetPlan")
public record PlanView(
        String code,
        String title,
        String firstYear,
        String lastYear,
        List<YearView> years,
        List<LineView> lines,
        String source,
        boolean assumption,
        @Schema(description = "DRAFT or APPROVED") String status,
        Instant approvedAt,
        String approvedBy,
        String decision) {

    /** @param oneOff revenue that comes once; @param ongoing revenue that goes on */
    @Schema(name = "BudgetPlanYear")
    public record YearView(
            String financialYear, MoneyView oneOff, MoneyView ongoing, MoneyView capital, MoneyView total) {
        static YearView of(BudgetPlan.Year year) {
            return new YearView(
                    year.year().code(),
                    MoneyView.of(year.oneOff()),
                    MoneyView.of(year.ongoing()),
                    MoneyView.of(year.capital()),
                    MoneyView.of(year.total()));
        }
    }

    @Schema(name = "BudgetPlanLine")
    public record LineView(
            String financialYear,
            String code,
            String title,
            PoolKind kind,
            Recurrence recurrence,
            MoneyView amount,
            boolean placeholder,
            boolean saving,
            LocalDate activeFrom,
            LocalDate activeTo,
            String scheme,
            String source) {
        static LineView of(PlanLine line) {
            return new LineView(
                    line.year().code(),
                    line.code(),
                    line.title(),
                    line.kind(),
                    line.terms().recurrence(),
                    MoneyView.of(line.amount()),
                    line.terms().placeholder(),
                    line.terms().saving(),
                    line.terms().activeFrom(),
                    line.terms().activeTo(),
                    line.scheme(),
                    line.source());
        }
    }

    static PlanView of(BudgetPlan plan) {
        Approval approval = plan.approved();
        return new PlanView(
                plan.code(),
                plan.title(),
                plan.first().code(),
                plan.last().code(),
                plan.years().stream().map(YearView::of).toList(),
                plan.lines().stream().map(LineView::of).toList(),
                plan.source(),
                plan.assumption(),
                approval == null ? "DRAFT" : "APPROVED",
                approval == null ? null : approval.at(),
                approval == null ? null : approval.by(),
                approval == null ? null : approval.decision());
    }
}
