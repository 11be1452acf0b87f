package uk.jointdesk.kpi.credit.domain;

import java.math.BigDecimal;

/** From so many service points in a month on, so many per cent of the monthly charge are credited. */
public record Step(int points, BigDecimal percent) {}
