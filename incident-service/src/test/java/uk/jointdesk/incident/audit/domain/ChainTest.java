package uk.jointdesk.incident.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChainTest {

    private record Sealed(AuditEntry entry, byte[] hash) {}

    @Test
    void a_chain_that_nobody_touched_holds() {
        List<Sealed> trail = trail("open", "change", "resolve");
        assertThat(checked(trail).brokenAt()).isNull();
        assertThat(checked(trail).length()).isEqualTo(3);
    }

    @Test
    void an_entry_that_was_changed_breaks_the_chain_at_its_place() {
        List<Sealed> trail = trail("open", "change", "resolve");
        trail.set(1, new Sealed(entry(1, "cancel"), trail.get(1).hash()));
        assertThat(checked(trail).brokenAt()).isEqualTo(2);
    }

    @Test
    void an_entry_that_was_taken_away_or_moved_breaks_the_chain() {
        List<Sealed> shorter = trail("open", "change", "resolve");
        shorter.remove(1);
        assertThat(checked(shorter).brokenAt()).isEqualTo(2);
        List<Sealed> moved = trail("open", "change", "resolve");
        Collections.swap(moved, 0, 1);
        assertThat(checked(moved).brokenAt()).isEqualTo(1);
    }

    @Test
    void a_trail_that_was_made_anew_ends_at_another_head() {
        Chain first = checked(trail("open", "change"));
        Chain forged = checked(trail("open", "cancel"));
        assertThat(forged.brokenAt()).isNull();
        assertThat(forged.head()).isNotEqualTo(first.head());
    }

    @Test
    void every_field_counts_and_none_can_run_into_the_next() {
        AuditEntry one = entry(0, "ab");
        AuditEntry other = new AuditEntry(
                one.id(),
                one.at(),
                one.outcome(),
                one.method() + "a",
                "b",
                one.reference(),
                one.status(),
                one.requestId(),
                one.client(),
                one.subject(),
                one.roles(),
                one.address(),
                one.partners(),
                one.internal());
        assertThat(new Chain(null, 0).seal(one)).isNotEqualTo(new Chain(null, 0).seal(other));
    }

    @Test
    void who_may_read_an_entry_is_sealed_too_and_entries_from_before_that_was_said_keep_their_hash() {
        byte[] before = HexFormat.of().parseHex("270010a963eb973b1da055009d40306beeffb68a1ec804692f0c1ae576d931fb");
        assertThat(new Chain(null, 0).seal(entry(0, "note"))).isEqualTo(before);
        assertThat(new Chain(null, 0).seal(entry(0, "note", true))).isNotEqualTo(before);
    }

    private static Chain checked(List<Sealed> trail) {
        Chain chain = new Chain(null, 0);
        for (int place = 0; place < trail.size(); place++) {
            chain.check(place + 1L, trail.get(place).entry(), trail.get(place).hash());
        }
        return chain;
    }

    private static List<Sealed> trail(String... paths) {
        Chain chain = new Chain(null, 0);
        List<Sealed> trail = new ArrayList<>();
        for (int place = 0; place < paths.length; place++) {
            AuditEntry entry = entry(place, paths[place]);
            trail.add(new Sealed(entry, chain.seal(entry)));
        }
        return trail;
    }

    private static AuditEntry entry(int number, String path) {
        return entry(number, path, false);
    }

    private static AuditEntry entry(int number, String path, boolean internal) {
        return new AuditEntry(
                new UUID(0, number),
                Instant.parse("2021-06-07T08:00:00Z").plusSeconds(number),
                Outcome.DONE,
                "POST",
                path,
                "LBL-0000001",
                null,
                "request-" + number,
                "desk",
                "subject",
                List.of("service-desk"),
                "192.0.2.1",
                List.of("LBL"),
                internal);
    }
}
