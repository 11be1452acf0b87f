package uk.jointdesk.paper;

import io.quarkus.qute.RawString;

/**
 * A chart as a page shows it.
 *
 * @param picture SVG, put into the page as it is
 */
public record Drawing(String title, RawString picture) {}
