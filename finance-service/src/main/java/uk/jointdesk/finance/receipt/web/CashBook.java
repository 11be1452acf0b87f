package uk.jointdesk.finance.receipt.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import uk.jointdesk.finance.access.store.Transaction;
import uk.jointdesk.finance.bill.domain.Bill;
import uk.jointdesk.finance.bill.store.Bills;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.partner.domain.FundingPartner;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.store.Journals;
import uk.jointdesk.finance.receipt.domain.AccountStatement;
import uk.jointdesk.finance.receipt.domain.Receipt;
import uk.jointdesk.finance.receipt.store.Receipts;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/** Books money that partners paid, with its journal, in one transaction. */
@ApplicationScoped
public class CashBook {
    private final Transaction transaction;
    private final Receipts receipts;
    private final Bills bills;
    private final Journals journals;
    private final FundingPartners register;
    private final YearParameter years;
    private final Caller caller;
    private final Clock clock;

    public CashBook(
            Transaction transaction,
            Receipts receipts,
            Bills bills,
            Journals journals,
            FundingPartners register,
            YearParameter years,
            Caller caller,
            Clock clock) {
        this.transaction = transaction;
        this.receipts = receipts;
        this.bills = bills;
        this.journals = journals;
        this.register = register;
        this.years = years;
        this.caller = caller;
        this.clock = clock;
    }

    Receipt book(ReceiptsResource.ReceiptInput input) {
        checkPartner(input.partner());
        years.field(FinancialYear.containing(input.receivedOn()).code(), "/receivedOn");
        Receipt receipt = new Receipt(
                UUID.randomUUID(),
                input.partner(),
                input.bill(),
                input.amount().read("/amount"),
                input.receivedOn(),
                input.reference(),
                clock.instant(),
                caller.client());
        UUID bill = input.bill() == null ? null : invoice(input);
        return transaction.of(() -> add(receipt, bill));
    }

    private Receipt add(Receipt receipt, UUID bill) {
        receipts.lock(receipt.partner());
        if (receipt.amount().signum() < 0) {
            checkCovered(receipt);
        }
        Journal journal = receipt.journal(UUID.randomUUID());
        journals.add(journal, caller.client());
        if (!receipts.add(receipt, bill, journal.id())) {
            throw Refusal.conflict("receipt-known", "A receipt of this partner and reference was booked before.");
        }
        return receipt;
    }

    /** Money is paid back only as far as the partner has some on account. */
    private void checkCovered(Receipt receipt) {
        Money held = AccountStatement.of(
                        receipt.partner(),
                        receipt.receivedOn(),
                        bills.ofPartner(receipt.partner()),
                        receipts.ofPartner(receipt.partner()))
                .onAccount();
        if (receipt.amount().negated().compareTo(held) > 0) {
            throw new RuleBroken("repayment-not-covered", "/amount", "The partner has " + held + " on account.");
        }
    }

    /** A sub-body pays through its parent, which is billed. */
    private void checkPartner(String code) {
        FundingPartner partner = register.find(code)
                .orElseThrow(() -> new RuleBroken("partner-unknown", "/partner", "No funding partner has this code."));
        if (partner.parent() != null) {
            throw new RuleBroken("partner-not-billed", "/partner", partner.parent() + " is billed for " + code + ".");
        }
    }

    private UUID invoice(ReceiptsResource.ReceiptInput input) {
        return bills.find(input.bill())
                .filter(bill -> bill.partner().equals(input.partner()) && bill.kind() == Bill.Kind.INVOICE)
                .map(Bill::id)
                .orElseThrow(
                        () -> new RuleBroken("bill-unknown", "/bill", "No invoice of the partner has this number."));
    }
}
