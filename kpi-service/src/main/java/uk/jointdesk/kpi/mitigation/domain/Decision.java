package uk.jointdesk.kpi.mitigation.domain;

import java.time.Instant;

/** Who decided what about a mitigation, when and why. */
public record Decision(Outcome outcome, String reason, Instant at, String client, String subject) {}
