package uk.jointdesk.incident.knowledge.domain;

/** How often an article was read and how often it helped, as far as the reader may know. */
public record Uses(long views, long solved) {}
