package uk.jointdesk.finance.intake.domain;

/**
 * A row that was not taken in.
 *
 * @param row counted from 1 after the header, blank lines left out
 * @param line of the body, counted from 1
 * @param excerpt the first characters of the row
 */
public record RowError(long row, long line, String code, String message, String pointer, String excerpt) {}
