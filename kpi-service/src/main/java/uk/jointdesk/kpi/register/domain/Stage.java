package uk.jointdesk.kpi.register.domain;

import java.time.LocalDate;

/**
 * A state from a day on.
 *
 * @param ccn reference of the contract change notice behind it, or null
 * @param note why, or null
 */
public record Stage(LocalDate from, State state, String ccn, String note) {}
