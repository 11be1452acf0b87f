package uk.jointdesk.gateway.quota.domain;

/**
 * Whether a request may pass.
 *
 * @param remaining permits that this replica knows to be left in the window
 * @param resetSeconds until the window ends
 */
public record Verdict(Outcome outcome, Allowance allowance, long remaining, long resetSeconds) {

    /** PASSED with a permit; EXHAUSTED when all are given out; UNAVAILABLE when the lender cannot be asked. */
    public enum Outcome {
        PASSED,
        EXHAUSTED,
        UNAVAILABLE
    }

    public boolean passed() {
        return outcome == Outcome.PASSED;
    }
}
