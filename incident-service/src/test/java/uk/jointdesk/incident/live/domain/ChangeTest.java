package uk.jointdesk.incident.live.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is told what of a change. */
class ChangeTest {

    private static final Instant AT = Instant.parse("2021-06-07T09:00:00Z");

    @Test
    void the_holder_is_told_everything() {
        assertThat(change("LBL", "LBL").seenBy(Set.of("LBL", "LH")::contains))
                .contains(new Notice("LBL-0000001", "LBL", "STARTED", "IN_PROGRESS", "P2", AT, 3L));
    }

    @Test
    void a_partner_that_never_held_it_is_told_nothing() {
        assertThat(change("LBL", "LBL").seenBy(Set.of("LBB")::contains)).isEmpty();
    }

    @Test
    void a_former_holder_is_told_what_happened_in_its_time_and_not_where_the_ticket_stands_now() {
        assertThat(change("LBS", "LBL").seenBy(Set.of("LBL")::contains))
                .contains(new Notice("LBL-0000001", "LBL", "STARTED", null, null, AT, null));
        assertThat(change("LBS", "LBS").seenBy(Set.of("LBL")::contains)).isEmpty();
    }

    @Test
    void nobodys_ticket_is_for_who_sees_everybody() {
        assertThat(change(null, null).seenBy(partner -> partner != null)).isEmpty();
        assertThat(change(null, null).seenBy(partner -> true)).isPresent();
    }

    private static Change change(String holder, String heldBy) {
        return new Change("LBL-0000001", holder, heldBy, "STARTED", AT, "IN_PROGRESS", "P2", 3);
    }
}
