package uk.jointdesk.finance.bill.web;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.bill.domain.Bill;
import uk.jointdesk.finance.bill.domain.BillDraft;
import uk.jointdesk.finance.bill.domain.BillLine;
import uk.jointdesk.finance.bill.domain.LineKind;
import uk.jointdesk.finance.bill.domain.Vat;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyView;

/** A bill as it was issued, or as a draft. */
@Schema(name = "Bill")
public record BillView(
        @Schema(description = "Of the partner and the year only; absent on a draft", examples = "LBL-2020-21-001")
        String number,

        Bill.Kind kind,
        String financialYear,

        @Schema(description = "The council that is billed, for its sub-bodies too")
        String partner,

        LocalDate issuedOn,
        LocalDate dueOn,
        int instalment,
        int instalments,

        @Schema(description = "Above zero for an invoice, below for a credit note")
        MoneyView amount,

        List<LineView> lines,

        @Schema(description = "Whose the amount is of the partner and its sub-bodies")
        List<WithinView> within,

        @Schema(description = "The bill that this credit note takes back")
        String corrects,

        String reason,
        VatView vat) {

    @Schema(name = "BillLine")
    public record LineView(LineKind kind, String code, String title, String note, MoneyView amount) {
        static LineView of(BillLine line) {
            return new LineView(line.kind(), line.code(), line.title(), line.note(), MoneyView.of(line.amount()));
        }
    }

    @Schema(name = "BillWithin")
    public record WithinView(String partner, MoneyView amount) {}

    @Schema(name = "BillVat")
    public record VatView(
            @Schema(description = "UNCL5305: O is outside the scope of VAT")
            String category,

            String reason,
            MoneyView amount) {
        static final VatView OUTSIDE = new VatView(Vat.CATEGORY, Vat.REASON, MoneyView.of(Money.ZERO));
    }

    static BillView of(Bill bill) {
        BillView draft = draft(bill.draft(), bill.year().code(), bill.number());
        return new BillView(
                bill.number(),
                draft.kind,
                draft.financialYear,
                draft.partner,
                bill.issuedOn(),
                draft.dueOn,
                draft.instalment,
                draft.instalments,
                draft.amount,
                draft.lines,
                draft.within,
                bill.corrects(),
                bill.reason(),
                draft.vat);
    }

    static BillView draft(BillDraft draft, String year, String number) {
        return new BillView(
                number,
                draft.due().total().signum() > 0 ? Bill.Kind.INVOICE : Bill.Kind.CREDIT_NOTE,
                year,
                draft.partner(),
                null,
                draft.dueOn(),
                draft.part(),
                draft.parts(),
                MoneyView.of(draft.due().total()),
                draft.due().lines().stream().map(LineView::of).toList(),
                draft.due().within().stream()
                        .map(part -> new WithinView(part.partner(), MoneyView.of(part.amount())))
                        .toList(),
                null,
                null,
                VatView.OUTSIDE);
    }
}
