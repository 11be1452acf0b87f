package uk.jointdesk.testkit.planted;

/** Breaks the rule on names, on purpose. */
public final class PlantedHelper {}
