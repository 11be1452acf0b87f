package uk.jointdesk.incident.bulkclosure.domain;

import java.time.Duration;
import java.time.Instant;

/** How long ago a ticket was logged, in bands that show how old a backlog is. */
public enum Age {
    UP_TO_7_DAYS(7),
    UP_TO_30_DAYS(30),
    UP_TO_90_DAYS(90),
    UP_TO_365_DAYS(365),
    OVER_365_DAYS(Integer.MAX_VALUE);

    private final int days;

    Age(int days) {
        this.days = days;
    }

    /** The youngest band that holds this age. */
    public static Age of(Instant loggedAt, Instant asAt) {
        Duration age = Duration.between(loggedAt, asAt);
        for (Age band : values()) {
            if (age.compareTo(Duration.ofDays(band.days)) <= 0) {
                return band;
            }
        }
        return OVER_365_DAYS;
    }
}
