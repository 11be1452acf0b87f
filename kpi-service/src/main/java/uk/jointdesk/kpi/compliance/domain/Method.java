package uk.jointdesk.kpi.compliance.domain;

/** How months become a quarter or a year. */
public enum Method {
    /** Sum of the numerators over sum of the denominators. */
    POOLED,
    /**
     * The unweighted mean of the months' ratios; a month in which nothing was measured has no ratio and no say. Only to
     * reproduce older packs: the quarters of the board pack of February 2019 are such means.
     */
    MEAN_OF_MONTHS
}
