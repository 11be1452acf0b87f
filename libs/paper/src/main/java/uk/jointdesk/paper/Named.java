package uk.jointdesk.paper;

/** A fact or a definition as it is printed: its name, and what is said of it. */
public record Named(String name, String value) {}
