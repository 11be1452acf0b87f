package uk.jointdesk.issuer;

import io.quarkus.security.ForbiddenException;

/**
 * A token that is valid and claims more than its issuer may say. It is refused as a whole with 403: another token of
 * the same issuer would be no better, so a client must not fetch one and try again, as it would after 401.
 */
public final class BeyondIssuer extends ForbiddenException {

    public static final int STATUS = 403;
    public static final String CODE = "issuer-not-entitled";

    private static final long serialVersionUID = 1L;

    BeyondIssuer(String told) {
        super(told);
    }
}
