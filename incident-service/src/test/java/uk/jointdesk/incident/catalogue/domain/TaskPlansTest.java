package uk.jointdesk.incident.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.catalogue.domain.TaskPlans.Fault;

class TaskPlansTest {

    @Test
    void tasks_may_run_in_parallel_and_wait_for_each_other() {
        assertThat(TaskPlans.fault(List.of())).isEmpty();
        assertThat(TaskPlans.fault(List.of(plan("a"), plan("b"), plan("c", "a", "b"))))
                .isEmpty();
        assertThat(TaskPlans.fault(List.of(plan("c", "a"), plan("a")))).isEmpty();
    }

    @Test
    void a_task_is_named_once_and_waits_for_tasks_that_are_there() {
        assertThat(TaskPlans.fault(List.of(plan("a"), plan("a")))).contains(new Fault(1, "code", "is there twice"));
        assertThat(TaskPlans.fault(List.of(plan("a"), plan("b", "c"))))
                .contains(new Fault(1, "dependsOn", "names a task that is not there"));
    }

    @Test
    void no_task_waits_for_itself_however_long_the_way_round() {
        for (List<TaskPlan> circle : List.of(
                List.of(plan("x"), plan("a", "a")),
                List.of(plan("x"), plan("a", "b"), plan("b", "a")),
                List.of(plan("x"), plan("a", "c"), plan("b", "a"), plan("c", "b", "x")))) {
            assertThat(TaskPlans.fault(circle)).contains(new Fault(1, "dependsOn", "waits, in the end, for itself"));
        }
    }

    private static TaskPlan plan(String code, String... dependsOn) {
        return new TaskPlan(code, "Do " + code, "Networks", List.of(dependsOn), null);
    }
}
