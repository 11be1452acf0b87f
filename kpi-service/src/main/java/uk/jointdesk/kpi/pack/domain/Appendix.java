package uk.jointdesk.kpi.pack.domain;

/** A document that goes with the pack. */
public record Appendix(String letter, String title) {}
