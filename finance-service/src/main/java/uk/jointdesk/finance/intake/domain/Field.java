package uk.jointdesk.finance.intake.domain;

import java.util.Locale;

/** What a column of an extract can mean. */
public enum Field {
    LINE_ID,
    DATE,
    NET,
    VAT,
    GROSS,
    SUPPLIER,
    COST_CENTRE,
    EXPENSE,
    /** Of the purchase order that the payment is for. */
    ORDER_REFERENCE,
    /** What kind of payee it is: by some of its values the sender says that it is a natural person. */
    PAYEE_TYPE,
    /** The only one that several columns may share. */
    DESCRIPTION;

    /** As a JSON pointer: {@code /lineId}. */
    public String pointer() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        String second = words.length == 1 ? "" : Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
        return "/" + words[0] + second;
    }
}
