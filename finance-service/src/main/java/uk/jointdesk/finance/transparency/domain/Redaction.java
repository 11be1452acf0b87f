package uk.jointdesk.finance.transparency.domain;

/** Why a payment is published without its beneficiary and purpose. */
public enum Redaction {
    /** The beneficiary is a natural person, or the purpose tells who one is. */
    PERSONAL_DATA("REDACTED PERSONAL DATA"),
    COMMERCIAL_CONFIDENCE("REDACTED COMMERCIAL CONFIDENTIALITY");

    private final String published;

    Redaction(String published) {
        this.published = published;
    }

    /** What stands in the place of what is not published. */
    public String published() {
        return published;
    }
}
