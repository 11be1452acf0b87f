package uk.jointdesk.kpi.pack.domain;

/** A figure that is not what its parts or its tickets make it. */
public record Discrepancy(String figure, String message) {}
