package uk.jointdesk.kpi.pack.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a plan must keep to, given the sources there are. */
public record PlanRules(Map<String, SectionSource> sources) {

    /**
     * What is wrong with a plan.
     *
     * @param pointer JSON pointer into the plan
     */
    public record Objection(String pointer, String message) {}

    public List<Objection> objections(PackPlan plan) {
        List<Objection> objections = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < plan.sections().size(); i++) {
            PlannedSection section = plan.sections().get(i);
            String pointer = "/sections/" + i;
            SectionSource source = sources.get(section.source());
            if (source == null) {
                objections.add(new Objection(pointer + "/source", "is one of " + String.join(", ", sources.keySet())));
                continue;
            }
            if (source.hasFigures() && !named.add(section.source())) {
                objections.add(new Objection(pointer + "/source", "is in the pack already"));
            }
            checkOptions(section, source, pointer, objections);
        }
        return objections;
    }

    private static void checkOptions(
            PlannedSection section, SectionSource source, String pointer, List<Objection> objections) {
        section.options().forEach((name, value) -> {
            Optional<String> wrong = source.options().containsKey(name)
                    ? source.objection(name, value)
                    : Optional.of("is not an option of " + source.code());
            wrong.ifPresent(message -> objections.add(new Objection(pointer + "/options/" + name, message)));
        });
    }
}
