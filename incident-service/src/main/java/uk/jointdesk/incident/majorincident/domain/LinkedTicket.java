package uk.jointdesk.incident.majorincident.domain;

/** A ticket of a major incident. */
public record LinkedTicket(String reference, String partner, String status, LinkRole role) {}
