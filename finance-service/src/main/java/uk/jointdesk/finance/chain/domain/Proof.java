package uk.jointdesk.finance.chain.domain;

import java.util.UUID;

/**
 * Checks seals against the journals they are told of, in the order of their positions, and remembers the first that does
 * not fit. It goes on from what was told, so that one changed journal is one misfit and not all the rest.
 */
public final class Proof {
    private Chain head = Chain.EMPTY;
    private Misfit first;

    /** A journal that does not fit its seal. */
    public record Misfit(long position, UUID journal, Reason reason) {}

    public enum Reason {
        /** The journal, or its seal, says something else than when it was sealed. */
        CHANGED,
        /** The seal is there and its journal is not. */
        JOURNAL_MISSING,
        /** The positions leave one out. */
        SEAL_MISSING
    }

    /** @param text of the journal, or null when there is none any more */
    public void check(long position, UUID journal, SealText text, String told) {
        if (position != head.position() + 1) {
            note(new Misfit(head.position() + 1, null, Reason.SEAL_MISSING));
        } else if (text == null) {
            note(new Misfit(position, journal, Reason.JOURNAL_MISSING));
        } else if (!head.with(text).digest().equals(told)) {
            note(new Misfit(position, journal, Reason.CHANGED));
        }
        head = new Chain(position, told);
    }

    private void note(Misfit misfit) {
        if (first == null) {
            first = misfit;
        }
    }

    public Chain head() {
        return head;
    }

    /** Null when every journal fits. */
    public Misfit firstMisfit() {
        return first;
    }
}
