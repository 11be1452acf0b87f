package uk.jointdesk.incident.catalogue.domain;

/** A task that is with a team, and the ticket it is for. */
public record QueuedTask(String reference, String partner, Task task) {}
