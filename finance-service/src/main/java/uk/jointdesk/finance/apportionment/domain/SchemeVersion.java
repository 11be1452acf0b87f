package uk.jointdesk.finance.apportionment.domain;

import java.time.LocalDate;

/**
 * A formula from a day on. Versions are never edited: another one follows.
 *
 * @param number 1 for the first
 * @param validFrom first day it is in force; the next version ends it
 */
public record SchemeVersion(int number, LocalDate validFrom, Formula formula) {}
