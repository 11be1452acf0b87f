package uk.jointdesk.finance.party.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What was written down of a council for its bills. A version is never edited; the next one follows.
 *
 * @param number 1 for the first
 * @param validFrom bills issued from this day on carry it, unless a later day or a later version has another
 * @param host the council that runs the service and bills for it
 * @param source where it is written
 * @param assumption some of it is not published
 */
public record PartyVersion(
        BillingParty party,
        int number,
        LocalDate validFrom,
        boolean host,
        String source,
        boolean assumption,
        Instant recordedAt,
        String recordedBy) {}
