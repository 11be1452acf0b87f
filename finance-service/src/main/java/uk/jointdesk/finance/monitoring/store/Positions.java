package uk.jointdesk.finance.monitoring.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.jointdesk.finance.accrual.domain.Accrual;
import uk.jointdesk.finance.accrual.store.Accruals;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.store.BudgetLines;
import uk.jointdesk.finance.commitment.domain.PurchaseOrder;
import uk.jointdesk.finance.commitment.store.PurchaseOrders;
import uk.jointdesk.finance.forecast.domain.Forecast;
import uk.jointdesk.finance.forecast.domain.LineYear;
import uk.jointdesk.finance.forecast.domain.SpendProfile;
import uk.jointdesk.finance.forecast.store.Forecasts;
import uk.jointdesk.finance.forecast.store.LineYears;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.monitoring.domain.LinePosition;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;

/** Brings together where the lines of a year stand at the end of a period. */
@ApplicationScoped
public class Positions {
    private final BudgetLines lines;
    private final LineYears lineYears;
    private final Forecasts forecasts;
    private final PurchaseOrders orders;
    private final Accruals accruals;

    public Positions(
            BudgetLines lines, LineYears lineYears, Forecasts forecasts, PurchaseOrders orders, Accruals accruals) {
        this.lines = lines;
        this.lineYears = lineYears;
        this.forecasts = forecasts;
        this.orders = orders;
        this.accruals = accruals;
    }

    public List<LinePosition> of(FinancialYear year, int upTo) {
        Map<String, LineYear> spent = lineYears.of(year, upTo);
        Map<String, Forecast> latest =
                forecasts.latest(year, upTo).stream().collect(Collectors.toMap(Forecast::line, forecast -> forecast));
        List<Accrual> standing =
                accruals.of(year, upTo).stream().map(Accruals.Recorded::accrual).toList();
        Map<String, Money> accrued = accrued(standing);
        Map<String, Money> committed = committed(year, upTo, standing);
        return lines.pools(year).stream()
                .map(pool -> position(pool, upTo, spent.get(pool.code()), accrued, committed, latest))
                .toList();
    }

    private static LinePosition position(
            CostPool pool,
            int upTo,
            LineYear spent,
            Map<String, Money> accrued,
            Map<String, Money> committed,
            Map<String, Forecast> latest) {
        return new LinePosition(
                pool,
                spent.budgetTo(upTo, SpendProfile.EVEN),
                spent.spent(1, upTo),
                accrued.getOrDefault(pool.code(), Money.ZERO),
                committed.getOrDefault(pool.code(), Money.ZERO),
                latest.get(pool.code()));
    }

    /** Those of the period asked for: those of earlier ones are taken back by then. */
    private static Map<String, Money> accrued(List<Accrual> standing) {
        Map<String, Money> byLine = new HashMap<>();
        for (Accrual accrual : standing) {
            boolean cost = accrual.kind() == Accrual.Kind.ACCRUAL;
            byLine.merge(
                    accrual.budgetLine(),
                    cost ? accrual.amount() : accrual.amount().negated(),
                    Money::plus);
        }
        return byLine;
    }

    private Map<String, Money> committed(FinancialYear year, int upTo, List<Accrual> standing) {
        Map<String, Money> accruedOfOrder = standing.stream()
                .filter(accrual -> accrual.order() != null && accrual.kind() == Accrual.Kind.ACCRUAL)
                .collect(Collectors.toMap(Accrual::order, Accrual::amount, Money::plus));
        LocalDate asAt = new Period(year, upTo).span().to();
        Map<String, Money> byLine = new HashMap<>();
        for (PurchaseOrder order : orders.of(year)) {
            Money left = order.open(asAt).minus(accruedOfOrder.getOrDefault(order.reference(), Money.ZERO));
            byLine.merge(order.budgetLine(), left.signum() < 0 ? Money.ZERO : left, Money::plus);
        }
        return byLine;
    }
}
