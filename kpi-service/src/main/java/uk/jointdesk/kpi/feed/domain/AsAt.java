package uk.jointdesk.kpi.feed.domain;

import java.time.Instant;

/** Figures together with the instant up to which the facts behind them are known. */
public record AsAt<T>(T figures, Instant instant) {}
