package uk.jointdesk.finance.bill.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.finance.access.store.Transaction;
import uk.jointdesk.finance.bill.domain.Bill;
import uk.jointdesk.finance.bill.domain.BillDraft;
import uk.jointdesk.finance.bill.domain.BillJournal;
import uk.jointdesk.finance.bill.domain.BillingRun;
import uk.jointdesk.finance.bill.domain.Correction;
import uk.jointdesk.finance.bill.domain.Creditable;
import uk.jointdesk.finance.bill.store.BillingRuns;
import uk.jointdesk.finance.bill.store.Bills;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.store.Journals;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/**
 * Makes bills of drafts, with their numbers and their journals, in one transaction.
 *
 * <p>Two steps, one officer: a draft holds no figure that anybody typed, follows from a budget that the board approved,
 * and is worked out again when it is issued. A council that wants another pair of eyes sets {@code second-person}, and
 * who drafted a run may not issue it.
 */
@ApplicationScoped
public class Issuing {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private final Transaction transaction;
    private final BillingRuns runs;
    private final Bills bills;
    private final Drafting drafting;
    private final Journals journals;
    private final YearParameter years;
    private final Caller caller;
    private final Clock clock;
    private final boolean secondPerson;

    public Issuing(
            Transaction transaction,
            BillingRuns runs,
            Bills bills,
            Drafting drafting,
            Journals journals,
            YearParameter years,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "jointdesk.finance.bills.second-person", defaultValue = "false")
                    boolean secondPerson) {
        this.transaction = transaction;
        this.runs = runs;
        this.bills = bills;
        this.drafting = drafting;
        this.journals = journals;
        this.years = years;
        this.caller = caller;
        this.clock = clock;
        this.secondPerson = secondPerson;
    }

    /** Who acts now. */
    BillingRun.Mark mark() {
        return new BillingRun.Mark(clock.instant(), caller.client(), caller.subject());
    }

    /** @param on the day on the bills, or null for today */
    void issue(BillingRun run, LocalDate on) {
        BillingRun.Decision decision = decision(BillingRun.Status.ISSUED, on);
        if (run.plan().parts().get(0).dueOn().isBefore(decision.on())) {
            throw new RuleBroken("due-before-issue", "/issuedOn", "A bill would be due before it is issued.");
        }
        if (secondPerson && run.isDraftedBy(decision.mark())) {
            throw Refusal.conflict("second-person-needed", "Somebody else than who drafted the run issues it.");
        }
        transaction.of(() -> {
            bills.lock(run.year());
            decide(run, decision);
            List<BillingRuns.RunBill> drafted = runs.bills(run.id());
            checkStillTrue(run, drafted);
            drafted.forEach(bill -> number(bill.id(), run.year(), bill.draft(), decision));
            return drafted.size();
        });
    }

    void discard(BillingRun run) {
        decide(run, decision(BillingRun.Status.DISCARDED, null));
    }

    private void decide(BillingRun run, BillingRun.Decision decision) {
        if (!runs.decide(run.id(), decision)) {
            throw Refusal.conflict("run-decided", "The run was issued or discarded before.");
        }
    }

    private void checkStillTrue(BillingRun run, List<BillingRuns.RunBill> drafted) {
        List<BillDraft> now = drafting.bills(run);
        if (!now.equals(drafted.stream().map(BillingRuns.RunBill::draft).toList())) {
            throw Refusal.conflict(
                    "draft-outdated", "Budgets, postings or bills have changed since: discard the run, draft another.");
        }
    }

    /** Takes a bill back, whole or in part. */
    String credit(Bill bill, CreditNoteInput input, LocalDate on) {
        BillingRun.Decision decision = decision(BillingRun.Status.ISSUED, on);
        UUID id = UUID.randomUUID();
        return transaction.of(() -> {
            bills.lock(bill.year());
            Creditable left = bills.creditable(bill);
            if (left.isNothing()) {
                throw Refusal.conflict("bill-credited", "The bill was taken back before.");
            }
            Correction correction = input.correction(left, on);
            bills.addCorrection(id, bill, correction, input.reason());
            return number(id, bill.year(), correction.draft(), decision);
        });
    }

    private String number(UUID id, FinancialYear year, BillDraft draft, BillingRun.Decision decision) {
        int ordinal = bills.nextOrdinal(draft.partner(), year);
        String number = Bill.number(draft.partner(), year, ordinal);
        Journal journal = BillJournal.of(
                number, decision.on(), draft.partner(), draft.due().total());
        journals.add(journal, caller.client());
        bills.issue(id, year, ordinal, journal, decision);
        return number;
    }

    LocalDate dayOr(LocalDate given) {
        return given == null ? LocalDate.ofInstant(clock.instant(), LONDON) : given;
    }

    private BillingRun.Decision decision(BillingRun.Status status, LocalDate on) {
        LocalDate day = dayOr(on);
        if (status == BillingRun.Status.ISSUED) {
            years.field(FinancialYear.containing(day).code(), "/issuedOn");
        }
        return new BillingRun.Decision(status, day, mark());
    }
}
