package uk.jointdesk.gateway.partner;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import uk.jointdesk.gateway.identity.Scope;

/**
 * A partner as the register of incident-service describes it.
 *
 * @param parent the partner that speaks for a sub-body; null for all others
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Partner(String code, String name, String kind, String parent) {

    /** A sub-body is spoken for by its parent. */
    public boolean isSpokenForBy(Scope scope) {
        return scope.covers(code) || (parent != null && scope.covers(parent));
    }
}
