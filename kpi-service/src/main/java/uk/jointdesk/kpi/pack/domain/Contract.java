package uk.jointdesk.kpi.pack.domain;

import java.math.BigDecimal;

/**
 * The contract whose performance a pack reports, as a contract performance notice names it (Procurement Act 2023, section
 * 71).
 *
 * @param ocid open contracting identifier, null while there is none
 * @param inadequateBelow per cent below which a result is inadequate, null where none is agreed
 */
public record Contract(
        String ocid, String reference, String title, String authority, String supplier, BigDecimal inadequateBelow) {}
