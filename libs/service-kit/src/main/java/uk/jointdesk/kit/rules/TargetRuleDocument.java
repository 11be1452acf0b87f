package uk.jointdesk.kit.rules;

import uk.jointdesk.servicelevel.agreement.TargetRule;
import uk.jointdesk.servicelevel.target.Percent;

/** For these tickets this target, to be met by that percentage of them. What is left out means any. */
public record TargetRuleDocument(
        String type, String priority, String catalogueItem, TargetDocument target, String percent) {

    static TargetRuleDocument of(TargetRule rule) {
        return new TargetRuleDocument(
                rule.type(),
                rule.priority(),
                rule.catalogueItem(),
                TargetDocument.of(rule.target()),
                rule.percent().toString());
    }

    TargetRule toRule() {
        return new TargetRule(type, priority, catalogueItem, target.toTarget(), Percent.of(percent));
    }
}
