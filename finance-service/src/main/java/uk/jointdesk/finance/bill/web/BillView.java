package uk.jointdesk.finance.bill.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
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

        @Schema(description = "The bill that this credit note takes back, or takes a part of back")
        String corrects,

        String reason,
        VatView vat) {

    @Schema(name = "BillLine")
    public record LineView(
            @Schema(description = "Its number on the bill, by which a credit note names it")
            int line,

            LineKind kind,
            String code,
            String title,
            String note,
            MoneyView amount) {
        static List<LineView> of(List<BillLine> lines) {
            return IntStream.range(0, lines.size())
                    .mapToObj(i -> of(i + 1, lines.get(i)))
                    .toList();
        }

        private static LineView of(int number, BillLine line) {
            MoneyView amount = MoneyView.of(line.amount());
            return new LineView(number, line.kind(), line.code(), line.title(), line.note(), amount);
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
                LineView.of(draft.due().lines()),
                draft.due().within().stream()
                        .map(part -> new WithinView(part.partner(), MoneyView.of(part.amount())))
                        .toList(),
                null,
                null,
                VatView.OUTSIDE);
    }
}
