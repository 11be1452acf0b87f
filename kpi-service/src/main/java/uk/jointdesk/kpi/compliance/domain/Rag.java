package uk.jointdesk.kpi.compliance.domain;

/** Red, amber, green, or nothing to judge. */
public enum Rag {
    GREEN,
    AMBER,
    RED,
    NO_DATA
}
