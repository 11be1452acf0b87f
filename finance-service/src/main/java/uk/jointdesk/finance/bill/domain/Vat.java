package uk.jointdesk.finance.bill.domain;

/**
 * Why bills carry no VAT. Councils that run a service together and share its cost do not supply each other in the course
 * of business: what one pays is outside the scope of VAT (UNCL5305 category O; VATEX-EU-O in the list that EN 16931
 * refers to). ASSUMPTION: the agreement between the three councils is not published; should their advisers see a supply,
 * the category is one line to change.
 */
public final class Vat {
    public static final String CATEGORY = "O";
    public static final String REASON_CODE = "VATEX-EU-O";
    public static final String REASON =
            "Outside the scope of VAT: contribution to the cost of a service that councils share, no supply in the course"
                    + " of business";

    private Vat() {}
}
