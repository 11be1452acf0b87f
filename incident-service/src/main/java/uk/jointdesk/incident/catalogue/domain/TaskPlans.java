package uk.jointdesk.incident.catalogue.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tasks of an item together. */
public final class TaskPlans {

    private TaskPlans() {}

    /** What is wrong with the tasks as a whole, if anything is. */
    public static Optional<Fault> fault(List<TaskPlan> plans) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < plans.size(); i++) {
            if (!codes.add(plans.get(i).code())) {
                return Optional.of(new Fault(i, "code", "is there twice"));
            }
        }
        for (int i = 0; i < plans.size(); i++) {
            if (!codes.containsAll(plans.get(i).dependsOn())) {
                return Optional.of(new Fault(i, "dependsOn", "names a task that is not there"));
            }
        }
        return circle(plans);
    }

    /** Takes away what can be done until nothing is left, or only tasks that wait for each other. */
    private static Optional<Fault> circle(List<TaskPlan> plans) {
        List<TaskPlan> left = new ArrayList<>(plans);
        Set<String> done = new HashSet<>();
        while (!left.isEmpty()) {
            List<TaskPlan> ready = left.stream()
                    .filter(plan -> done.containsAll(plan.dependsOn()))
                    .toList();
            if (ready.isEmpty()) {
                return Optional.of(new Fault(plans.indexOf(left.get(0)), "dependsOn", "waits, in the end, for itself"));
            }
            ready.forEach(plan -> done.add(plan.code()));
            left.removeAll(ready);
        }
        return Optional.empty();
    }

    /** @param task the place of the task at fault, from 0 */
    public record Fault(int task, String field, String message) {}
}
