package uk.jointdesk.incident.priority.domain;

/**
 * What the priority of an incident depends on.
 *
 * @param critical whether the service is a critical one of the partner concerned
 * @param workaround whether people can get on with their work in another way
 */
public record Situation(Scope scope, boolean critical, Effect effect, boolean workaround) {}
