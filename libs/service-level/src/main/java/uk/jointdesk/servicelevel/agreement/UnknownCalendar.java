package uk.jointdesk.servicelevel.agreement;

/** A partner has no calendar, so that its tickets cannot be measured. */
public final class UnknownCalendar extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public UnknownCalendar(String partner) {
        super("no calendar for partner " + partner);
    }
}
