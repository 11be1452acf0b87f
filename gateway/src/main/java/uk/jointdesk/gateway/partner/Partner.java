package uk.jointdesk.gateway.partner;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A partner as the register of incident-service describes it.
 *
 * @param parent the partner that speaks for a sub-body; null for all others
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Partner(String code, String name, String kind, String parent) {}
