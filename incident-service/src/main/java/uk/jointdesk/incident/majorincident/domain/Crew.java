package uk.jointdesk.incident.majorincident.domain;

/** Who does what, as opaque ids of the identity provider; null while nobody does. */
public record Crew(String incidentManager, String communicationsLead, String technicalLead) {}
