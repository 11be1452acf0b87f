package uk.jointdesk.finance.bill.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.bill.domain.BillingRun;
import uk.jointdesk.finance.bill.domain.Refund;
import uk.jointdesk.finance.bill.domain.RunKind;
import uk.jointdesk.finance.bill.store.BillingRuns.RunBill;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyView;

/** A billing run with its bills. */
@Schema(name = "BillingRun")
public record RunView(
        UUID id,
        String financialYear,
        RunKind kind,
        int period,
        String note,
        BillingRun.Status status,
        List<LocalDate> dueOn,
        RefundView refund,
        UUID exitStatement,
        Done drafted,
        LocalDate issuedOn,
        Done decided,
        MoneyView total,
        List<BillView> bills) {

    @Schema(name = "Refund")
    public record RefundView(MoneyView amount, String budgetLine, LocalDate ratioOn) {
        static RefundView of(Refund refund) {
            return refund == null
                    ? null
                    : new RefundView(MoneyView.of(refund.amount()), refund.line(), refund.ratioOn());
        }
    }

    /** When, and by which client. */
    @Schema(name = "Done")
    public record Done(Instant at, String by) {
        static Done of(BillingRun.Mark mark) {
            return new Done(mark.at(), mark.client());
        }
    }

    /** @param bills null in a list */
    static RunView of(BillingRun run, List<RunBill> bills) {
        BillingRun.Decision decision = run.decision();
        return new RunView(
                run.id(),
                run.year().code(),
                run.kind(),
                run.upTo(),
                run.note(),
                run.status(),
                run.plan().parts().stream().map(part -> part.dueOn()).toList(),
                RefundView.of(run.refund()),
                run.exitStatement(),
                Done.of(run.drafted()),
                run.status() == BillingRun.Status.ISSUED ? decision.on() : null,
                decision == null ? null : Done.of(decision.mark()),
                bills == null ? null : total(bills),
                bills == null
                        ? null
                        : bills.stream().map(bill -> view(bill, run)).toList());
    }

    private static BillView view(RunBill bill, BillingRun run) {
        return BillView.draft(bill.draft(), run.year().code(), bill.number());
    }

    private static MoneyView total(List<RunBill> bills) {
        return MoneyView.of(
                Money.sum(bills.stream().map(bill -> bill.draft().due().total()).toList()));
    }
}
