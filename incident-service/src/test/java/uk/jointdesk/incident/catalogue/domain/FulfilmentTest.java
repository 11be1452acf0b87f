package uk.jointdesk.incident.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.catalogue.domain.Task.State;

class FulfilmentTest {

    @Test
    void tasks_that_wait_for_nothing_are_released_together() {
        assertThat(Fulfilment.released(List.of(
                        task("a", State.WAITING), task("b", State.WAITING), task("c", State.WAITING, "a", "b"))))
                .extracting(Task::code)
                .containsExactly("a", "b");
    }

    @Test
    void a_task_is_released_when_the_last_it_waits_for_is_done() {
        assertThat(Fulfilment.released(
                        List.of(task("a", State.DONE), task("b", State.STARTED), task("c", State.WAITING, "a", "b"))))
                .isEmpty();
        assertThat(Fulfilment.released(
                        List.of(task("a", State.DONE), task("b", State.DONE), task("c", State.WAITING, "a", "b"))))
                .extracting(Task::code)
                .containsExactly("c");
    }

    @Test
    void a_request_is_complete_when_every_task_is_done_and_never_by_itself_without_tasks() {
        assertThat(Fulfilment.complete(List.of(task("a", State.DONE), task("b", State.DONE))))
                .isTrue();
        for (State open : List.of(State.WAITING, State.READY, State.STARTED)) {
            assertThat(Fulfilment.complete(List.of(task("a", State.DONE), task("b", open))))
                    .isFalse();
        }
        assertThat(Fulfilment.complete(List.of())).isFalse();
    }

    @Test
    void a_task_is_started_once_and_done_once() {
        for (State from : State.values()) {
            assertThat(Fulfilment.allows(from, State.STARTED)).isEqualTo(from == State.READY);
            assertThat(Fulfilment.allows(from, State.DONE)).isEqualTo(from == State.READY || from == State.STARTED);
            assertThat(Fulfilment.allows(from, State.READY)).isFalse();
            assertThat(Fulfilment.allows(from, State.WAITING)).isFalse();
        }
    }

    private static Task task(String code, State state, String... dependsOn) {
        return new Task(
                UUID.randomUUID(),
                code,
                "Do " + code,
                "Networks",
                List.of(dependsOn),
                state,
                null,
                null,
                null,
                null,
                null,
                null,
                1);
    }
}
