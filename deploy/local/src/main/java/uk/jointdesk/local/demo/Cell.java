package uk.jointdesk.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * One cell of the published table as whole tickets: {@code volume} resolved, of which {@code measured} had a target
 * and {@code met} met it. A null partner is what the service resolved beyond its three councils.
 */
public record Cell(YearMonth month, String priority, String partner, int volume, int measured, int met) {

    /** All cells of October to December 2018, in a fixed order. */
    public static List<Cell> all() {
        Published percent = Published.compliance();
        Published volumes = Published.volumes();
        List<Cell> cells = new ArrayList<>();
        for (YearMonth month : Published.MONTHS) {
            for (String priority : Published.PRIORITIES) {
                int rest = volumes.value(priority, "ALL", month).intValueExact();
                for (String partner : Published.PARTNERS) {
                    int volume = volumes.value(priority, partner, month).intValueExact();
                    rest -= volume;
                    cells.add(fit(month, priority, partner, volume, percent.value(priority, partner, month)));
                }
                cells.add(new Cell(month, priority, null, rest, 0, 0));
            }
        }
        return cells;
    }

    /**
     * The pack prints percents and volumes, not numerators. The largest denominator within the volume that gives the
     * printed percent is taken; what is left of the volume had no target.
     */
    static Cell fit(YearMonth month, String priority, String partner, int volume, BigDecimal percent) {
        for (int measured = volume; measured > 0; measured--) {
            int near = percent.multiply(BigDecimal.valueOf(measured))
                    .movePointLeft(2)
                    .intValue();
            for (int met = Math.max(0, near - 1); met <= Math.min(measured, near + 1); met++) {
                if (percentOf(met, measured).compareTo(percent) == 0) {
                    return new Cell(month, priority, partner, volume, measured, met);
                }
            }
        }
        throw new IllegalArgumentException(percent + " % of at most " + volume + " tickets cannot be");
    }

    static BigDecimal percentOf(int met, int measured) {
        return BigDecimal.valueOf(100L * met).divide(BigDecimal.valueOf(measured), 2, RoundingMode.HALF_UP);
    }
}
