package uk.jointdesk.servicelevel.agreement;

/** What a change of priority or partner does to time already used. */
public enum ChangePolicy {
    /** The new target holds for the whole life; time already used counts. */
    RETROACTIVE,
    /**
     * Only time under the present target counts. Time under the same target before an excursion to another one counts
     * too, so that going from P1 to P3 and back resets nothing.
     */
    FROM_CHANGE
}
