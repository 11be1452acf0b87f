package uk.jointdesk.incident.catalogue.domain;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.jointdesk.incident.catalogue.domain.Task.State;

/** What becomes of a request as its tasks are done. */
public final class Fulfilment {

    private Fulfilment() {}

    /** The tasks that wait and need not: all they depend on is done. They go to their queues together. */
    public static List<Task> released(Collection<Task> tasks) {
        Set<String> done = tasks.stream()
                .filter(task -> task.state() == State.DONE)
                .map(Task::code)
                .collect(Collectors.toSet());
        return tasks.stream()
                .filter(task -> task.state() == State.WAITING && done.containsAll(task.dependsOn()))
                .toList();
    }

    /** Whether nothing is left to do; of a request without tasks a person says so. */
    public static boolean complete(Collection<Task> tasks) {
        return !tasks.isEmpty() && tasks.stream().allMatch(task -> task.state() == State.DONE);
    }

    /** Whether a task may go there: it is started once, and done whether it was started or not. */
    public static boolean allows(State from, State to) {
        return switch (to) {
            case STARTED -> from == State.READY;
            case DONE -> from == State.READY || from == State.STARTED;
            case WAITING, READY -> false;
        };
    }
}
