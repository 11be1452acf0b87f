package uk.jointdesk.kit.rules;

import java.time.LocalDate;
import java.util.List;

/** A date with hours of its own; no windows means closed. */
public record SpecialDayDocument(LocalDate date, List<WindowDocument> windows, String name) {}
