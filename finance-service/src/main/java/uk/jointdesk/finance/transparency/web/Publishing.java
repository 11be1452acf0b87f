package uk.jointdesk.finance.transparency.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import uk.jointdesk.finance.access.store.Transaction;
import uk.jointdesk.finance.posting.store.Journals;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.transparency.domain.Decision;
import uk.jointdesk.finance.transparency.domain.Redacted;
import uk.jointdesk.finance.transparency.domain.Redaction;
import uk.jointdesk.finance.transparency.store.Redactions;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/** Decides what of a payment is published. A decision goes before what an import says, and a later one before it. */
@ApplicationScoped
public class Publishing {
    private final Transaction transaction;
    private final Redactions redactions;
    private final Journals journals;
    private final Caller caller;
    private final Clock clock;

    public Publishing(Transaction transaction, Redactions redactions, Journals journals, Caller caller, Clock clock) {
        this.transaction = transaction;
        this.redactions = redactions;
        this.journals = journals;
        this.caller = caller;
        this.clock = clock;
    }

    void checkPayment(UUID journal) {
        if (journals.find(journal).isEmpty()) {
            throw new RuleBroken("journal-unknown", "/journal", "There is no such journal.");
        }
    }

    /** Also of a payment that an import redacts: the decision then holds whatever the import says. */
    Redacted redact(UUID journal, Redaction reason, String note) {
        return transaction.of(() -> {
            Redacted wanted = new Redacted(journal, reason, Redacted.Origin.DECISION);
            if (standing(journal).filter(wanted::equals).isPresent()) {
                throw Refusal.conflict("already-redacted", "The payment is redacted already.");
            }
            decide(journal, reason, note);
            return wanted;
        });
    }

    /** Publishes what an import or an earlier decision keeps out. */
    Decision disclose(UUID journal, String note) {
        return transaction.of(() -> {
            if (standing(journal).isEmpty()) {
                throw Refusal.conflict("not-redacted", "All of the payment is published.");
            }
            return decide(journal, null, note);
        });
    }

    private Optional<Redacted> standing(UUID journal) {
        redactions.lock(journal);
        return redactions.standing(journal);
    }

    private Decision decide(UUID journal, Redaction reason, String note) {
        Decision decision = new Decision(reason, note, clock.instant(), caller.client());
        redactions.add(journal, decision);
        return decision;
    }
}
