package uk.jointdesk.finance.apportionment.domain;

/** How a cost is divided; the shapes are those comparable shared services publish. */
public enum Method {
    /** Agreed percentages that add up to 100. */
    FIXED_PERCENT,
    /** One equal part for each partner whose weight is above zero. */
    EQUAL,
    /** In proportion to one driver: users, devices, headcount, tickets, calls, hours. */
    DRIVER,
    /** Several drivers, each with its part of the mix: share = sum over k of w(k) x driver(i,k) / sum over j of driver(j,k). */
    WEIGHTED,
    /** All of it to one partner. */
    DIRECT
}
