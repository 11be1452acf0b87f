package uk.jointdesk.kpi.register.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The service levels in force from a day on, until the next ones.
 *
 * @param tsl target service level
 * @param msl minimum service level, or null where none is agreed
 * @param inadequate from here on a result is rated Inadequate, or null to leave it to the rating rule
 * @param ccn reference of the contract change notice, or null
 */
public record Level(LocalDate from, BigDecimal tsl, BigDecimal msl, BigDecimal inadequate, String source, String ccn) {

    /** Target, minimum and inadequate must each be no better than the one before. */
    void check(Direction direction, String pointer) {
        checkOrder(direction, tsl, msl, pointer + "/msl", "is better than tsl");
        checkOrder(direction, msl == null ? tsl : msl, inadequate, pointer + "/inadequate", "is better than msl");
    }

    private static void checkOrder(
            Direction direction, BigDecimal better, BigDecimal worse, String pointer, String message) {
        if (worse == null) {
            return;
        }
        int order = direction == Direction.HIGHER_IS_BETTER ? better.compareTo(worse) : worse.compareTo(better);
        if (order < 0) {
            throw new RuleBroken("levels-out-of-order", pointer, message);
        }
    }
}
