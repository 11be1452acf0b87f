package uk.jointdesk.servicelevel.agreement;

import java.util.Objects;
import uk.jointdesk.servicelevel.target.Percent;
import uk.jointdesk.servicelevel.target.Target;

/**
 * A line of an agreement's target table: for these tickets this target, to be met by that share of them.
 *
 * @param type ticket type, or null for any
 * @param priority priority, or null for any
 * @param catalogueItem catalogue item, or null for any
 * @param target what one ticket may use
 * @param percent the share of tickets that must meet it, at most 100
 */
public record TargetRule(String type, String priority, String catalogueItem, Target target, Percent percent) {

    public TargetRule {
        Objects.requireNonNull(target, "target");
        if (!percent.isAtMostHundred()) {
            throw new IllegalArgumentException("more than 100 % of tickets cannot meet a target: " + percent);
        }
    }

    boolean matches(Terms terms) {
        return fits(type, terms.type())
                && fits(priority, terms.priority())
                && fits(catalogueItem, terms.catalogueItem());
    }

    /** A catalogue item says more than a priority, and a priority more than a type. */
    int specificity() {
        return (catalogueItem == null ? 0 : 4) + (priority == null ? 0 : 2) + (type == null ? 0 : 1);
    }

    private static boolean fits(String wanted, String given) {
        return wanted == null || wanted.equals(given);
    }
}
