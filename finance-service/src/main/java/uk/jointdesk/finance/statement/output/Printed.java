package uk.jointdesk.finance.statement.output;

import java.math.BigDecimal;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.statement.domain.Cell;
import uk.jointdesk.finance.statement.domain.Pounds;
import uk.jointdesk.finance.statement.domain.Value;

/** How the value of a cell is written for people. */
final class Printed {
    /** Stands where there is nothing to say. */
    static final String NOTHING = "–";

    private Printed() {}

    /** The value, marked where it is assumed. */
    static String cell(Cell cell) {
        return cell.assumption() ? value(cell.value()) + " (A)" : value(cell.value());
    }

    static String value(Value value) {
        if (value instanceof Value.Amount amount) {
            return Pounds.written(amount.money());
        }
        if (value instanceof Value.Ratio ratio) {
            return ratio.fraction().percent().toPlainString() + "%";
        }
        if (value instanceof Value.Quantity quantity) {
            return quantity.written();
        }
        return value instanceof Value.Words words ? words.text() : NOTHING;
    }

    static BigDecimal pounds(Money money) {
        return BigDecimal.valueOf(money.pence(), 2);
    }
}
