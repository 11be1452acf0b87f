package uk.jointdesk.finance.receipt.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long a bill has been due. */
public enum Ageing {
    NOT_DUE(Long.MIN_VALUE),
    DAYS_1_TO_30(1),
    DAYS_31_TO_60(31),
    DAYS_61_TO_90(61),
    OVER_90_DAYS(91);

    private final long from;

    Ageing(long from) {
        this.from = from;
    }

    /** A bill is not overdue on the day it is due. */
    public static Ageing of(LocalDate dueOn, LocalDate asAt) {
        long days = ChronoUnit.DAYS.between(dueOn, asAt);
        Ageing age = NOT_DUE;
        for (Ageing band : values()) {
            age = days >= band.from ? band : age;
        }
        return age;
    }
}
