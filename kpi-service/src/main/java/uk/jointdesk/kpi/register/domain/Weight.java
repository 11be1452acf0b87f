package uk.jointdesk.kpi.register.domain;

import java.time.LocalDate;

/**
 * The points an indicator carries from a day on: what service points are multiplied by.
 *
 * @param ccn reference of the contract change notice behind it, or null
 */
public record Weight(LocalDate from, int points, String ccn, String source) {}
