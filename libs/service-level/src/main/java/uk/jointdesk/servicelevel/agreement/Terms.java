package uk.jointdesk.servicelevel.agreement;

/**
 * What decides the target of a ticket. Each part may be null: a ticket need not have a partner, a queue or a catalogue
 * item, and may not have them yet.
 */
public record Terms(String partner, String type, String priority, String queue, String catalogueItem) {}
