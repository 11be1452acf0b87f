package uk.jointdesk.finance.intake.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sender's codes and what they mean here. What no rule fits waits in suspense. */
public record CodeRules(List<CodeRule> rules) {

    public CodeRules {
        rules = rules.stream()
                .sorted(Comparator.comparingInt(CodeRule::precision).reversed())
                .toList();
    }

    public Optional<Target> target(String costCentre, String expense) {
        return rules.stream()
                .filter(rule -> rule.fits(costCentre, expense))
                .map(CodeRule::target)
                .findFirst();
    }
}
