package uk.jointdesk.incident.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.scope.PartnerScope;

/** A reader that does not take what it is told. */
class ReaderTest {

    private static final Told NEWS = new Told("id", "ticket", "{}");

    private final AtomicInteger cuts = new AtomicInteger();
    private final Reader reader = new Reader("lbl-client", PartnerScope.NONE, Instant.MAX, null, cuts::incrementAndGet);

    @Test
    void a_slow_reader_is_cut_off_once_and_told_nothing_more() {
        AssertSubscriber<Told> stuck = reader.listen(() -> {}).subscribe().withSubscriber(AssertSubscriber.create(0));
        for (int i = 0; i < Reader.MOST_WAITING; i++) {
            reader.tell(NEWS);
        }
        assertThat(cuts).hasValue(0);
        reader.tell(NEWS);
        reader.tell(NEWS);
        assertThat(cuts).hasValue(1);
        assertThat(reader.gone()).isTrue();
        stuck.assertHasNotReceivedAnyItem();
    }

    @Test
    void a_reader_that_keeps_up_is_told_as_much_as_there_is() {
        AssertSubscriber<Told> quick =
                reader.listen(() -> {}).subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        for (int i = 0; i < 3 * Reader.MOST_WAITING; i++) {
            reader.tell(NEWS);
        }
        assertThat(cuts).hasValue(0);
        assertThat(quick.getItems()).hasSize(3 * Reader.MOST_WAITING);
        reader.end(NEWS);
        quick.assertCompleted();
        assertThat(reader.gone()).isTrue();
    }

    @Test
    void a_reader_that_leaves_is_gone() {
        AssertSubscriber<Told> leaving = reader.listen(() -> {}).subscribe().withSubscriber(AssertSubscriber.create(1));
        assertThat(reader.gone()).isFalse();
        leaving.cancel();
        assertThat(reader.gone()).isTrue();
    }
}
