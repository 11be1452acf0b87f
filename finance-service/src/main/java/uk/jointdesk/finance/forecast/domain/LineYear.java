package uk.jointdesk.finance.forecast.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * What is known of a line's year when its outturn is forecast.
 *
 * @param budget as revised
 * @param spent by period; a period without postings is absent
 */
public record LineYear(Money budget, Map<Integer, Money> spent) {
    private static final int MONTHS = 12;

    public LineYear {
        spent = Map.copyOf(spent);
    }

    /** Of the periods from one to another, both included. */
    public Money spent(int from, int to) {
        Money sum = Money.ZERO;
        for (int period = from; period <= to; period++) {
            sum = sum.plus(spent.getOrDefault(period, Money.ZERO));
        }
        return sum;
    }

    /** What the budget has for the year up to a period, to the nearest penny; all of it by P12. */
    public Money budgetTo(int period, SpendProfile profile) {
        int months = Math.min(period, MONTHS);
        return part(budget, profile.weight(1, months), profile.total());
    }

    /**
     * The outturn by a method that needs no judgement.
     *
     * @param to the last period that counts as spent; later ones are forecast
     * @throws RuleBroken {@code profile-empty} when nothing is expected in the periods it is read from
     */
    public Money outturn(ForecastMethod method, int from, int to, SpendProfile profile) {
        Money toDate = spent(1, to);
        return switch (method) {
            case ACTUAL_PLUS_REMAINING_BUDGET -> toDate.plus(budget.minus(budgetTo(to, profile)));
            case RUN_RATE -> toDate.plus(part(spent(from, to), Math.max(0, MONTHS - to), to - from + 1L));
            case PROFILE -> toDate.plus(byProfile(from, to, profile));
            case MANUAL -> throw new IllegalArgumentException("somebody must say what is expected");
        };
    }

    private Money byProfile(int from, int to, SpendProfile profile) {
        long read = profile.weight(from, Math.min(to, MONTHS));
        if (read == 0) {
            throw new RuleBroken(
                    "profile-empty", "/fromPeriod", "The profile expects nothing in P" + from + " to P" + to + ".");
        }
        return part(spent(from, to), to >= MONTHS ? 0 : profile.weight(to + 1, MONTHS), read);
    }

    /** amount x of / whole, half a penny away from zero. */
    private static Money part(Money amount, long of, long whole) {
        BigInteger pence = BigInteger.valueOf(amount.pence()).multiply(BigInteger.valueOf(of));
        BigDecimal exact = new BigDecimal(pence).divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP);
        return Money.ofPence(exact.longValueExact());
    }

    /** How far a forecast was from an outturn, as a part of the outturn; null when that was nothing. */
    public static Fraction error(Money forecast, Money outturn) {
        return outturn.isZero() ? null : Fraction.of(forecast.minus(outturn).pence(), Math.abs(outturn.pence()));
    }

    /** Mean of the absolute errors; null of none. */
    public static Fraction meanError(List<Fraction> errors) {
        if (errors.isEmpty()) {
            return null;
        }
        Fraction sum = errors.stream()
                .map(error -> error.signum() < 0 ? Fraction.ZERO.minus(error) : error)
                .reduce(Fraction.ZERO, Fraction::plus);
        return sum.dividedBy(Fraction.of(errors.size(), 1));
    }
}
