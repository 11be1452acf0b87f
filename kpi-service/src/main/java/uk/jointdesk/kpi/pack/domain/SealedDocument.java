package uk.jointdesk.kpi.pack.domain;

/**
 * The bytes of a document and the seal on them.
 *
 * @param partner the council whose copy it is, or {@link #EVERYBODY}
 */
public record SealedDocument(Audience audience, String partner, byte[] content, Seal seal) {
    /** The copy with the rows of all partners. */
    public static final String EVERYBODY = "*";

    public boolean isIntact() {
        return seal.holds(content);
    }
}
