package uk.jointdesk.kpi.pack.domain;

/** How far a pack has come. Only a draft can be changed; what is published never changes. */
public enum PackState {
    DRAFT,
    REVIEW,
    PUBLISHED
}
