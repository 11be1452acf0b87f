package uk.jointdesk.incident.catalogue.domain;

import java.util.List;

/**
 * A task that every request of an item brings about.
 *
 * @param code names it among the tasks of the item
 * @param queue the team that is given it at once, without anybody handing it out
 * @param dependsOn codes of the tasks that must be done first; tasks that wait for nothing run in parallel
 * @param escalateAfterMinutes service minutes after which an untouched task is escalated; null for never
 */
public record TaskPlan(String code, String title, String queue, List<String> dependsOn, Integer escalateAfterMinutes) {

    public TaskPlan {
        dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
    }
}
