package uk.jointdesk.wire;

/** A request began and its head did not end in time; an ordinary outcome, so it carries no stack. */
public final class HeadLate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HeadLate() {
        super("the head was not complete in time", null, false, false);
    }
}
