package uk.jointdesk.servicelevel.agreement;

/** Why a ticket is on hold. Which reasons stop the clock is for the agreement to say. */
public enum HoldReason {
    AWAITING_USER,
    AWAITING_SUPPLIER,
    AWAITING_RESOURCE,
    /** Any other reason, a reason that nobody gave, or one this suite does not know. */
    OTHER;

    /** The reason by its name; a missing or unknown one is {@link #OTHER}, which stops no clock by default. */
    public static HoldReason named(String name) {
        for (HoldReason reason : values()) {
            if (reason.name().equals(name)) {
                return reason;
            }
        }
        return OTHER;
    }
}
