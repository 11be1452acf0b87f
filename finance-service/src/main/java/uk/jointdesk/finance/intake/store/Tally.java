package uk.jointdesk.finance.intake.store;

import uk.jointdesk.finance.intake.domain.ImportRow;

/** How many rows of a batch met one fate, and what they come to. */
final class Tally {
    private long count;
    private long pence;

    void add(ImportRow row) {
        count++;
        pence = Math.addExact(pence, row.readable().pence());
    }

    long count() {
        return count;
    }

    long pence() {
        return pence;
    }
}
