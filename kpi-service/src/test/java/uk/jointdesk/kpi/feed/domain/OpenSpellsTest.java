package uk.jointdesk.kpi.feed.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.feed.Story;
import uk.jointdesk.kpi.feed.domain.OpenSpell.Entry;
import uk.jointdesk.kpi.feed.domain.OpenSpell.Exit;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.life.TicketLife;
import uk.jointdesk.testkit.Laws;

class OpenSpellsTest {

    @Test
    void a_ticket_over_the_moment_it_was_logged_was_logged_and_left() {
        var life = TicketLife.of(
                List.of(Story.logged("LBB"), Story.event(EventKind.RESOLVED, 0).event()));
        assertThat(OpenSpells.of(life)).singleElement().satisfies(spell -> {
            assertThat(spell.entered()).isEqualTo(Entry.LOGGED);
            assertThat(spell.leftBy()).isEqualTo(Exit.RESOLVED);
            assertThat(spell.startedAt()).isEqualTo(spell.endedAt());
            assertThat(spell.partner()).isEqualTo("LBB");
        });
    }

    @Test
    void a_hold_and_a_handover_cut_the_open_time() {
        var life = TicketLife.of(List.of(
                Story.logged("LBB"),
                Story.event(EventKind.ON_HOLD, 10).reason("AWAITING_USER").event(),
                Story.event(EventKind.RESUMED, 20).event(),
                Story.event(EventKind.PARTNER_CHANGED, 30).partner("LBS").event(),
                Story.event(EventKind.CANCELLED, 40).event()));
        assertThat(OpenSpells.of(life))
                .extracting(OpenSpell::leftBy)
                .containsExactly(Exit.CONTINUED, Exit.CONTINUED, Exit.TRANSFERRED, Exit.CANCELLED);
        assertThat(OpenSpells.of(life)).extracting(OpenSpell::hold).containsExactly(null, "AWAITING_USER", null, null);
        assertThat(OpenSpells.of(life)).extracting(OpenSpell::partner).containsExactly("LBB", "LBB", "LBB", "LBS");
    }

    @Test
    void every_life_is_logged_once_and_is_open_between_its_entries_and_exits_only() {
        Laws.forAll("open as the life says", Story::of, Laws.cases(), story -> {
            TicketLife life = TicketLife.of(story);
            List<OpenSpell> spells = OpenSpells.of(life);
            assertThat(spells.get(0).entered()).isEqualTo(Entry.LOGGED);
            assertThat(spells.stream().filter(spell -> spell.entered() == Entry.LOGGED))
                    .hasSize(1);
            for (int minute = 0; minute <= 9_000; minute += 750) {
                Instant at = life.loggedAt().orElseThrow().plusSeconds(60L * minute + 30);
                assertThat(openAt(spells, at)).isEqualTo(!life.asAt(at).status().isOver());
            }
        });
    }

    @Test
    void one_stretch_follows_the_other_without_a_leap() {
        Laws.forAll("stretches join", Story::of, Laws.cases(), story -> {
            List<OpenSpell> spells = OpenSpells.of(TicketLife.of(story));
            for (int i = 1; i < spells.size(); i++) {
                OpenSpell before = spells.get(i - 1);
                OpenSpell next = spells.get(i);
                boolean joined = before.leftBy() == Exit.TRANSFERRED || before.leftBy() == Exit.CONTINUED;
                assertThat(!joined || next.startedAt().equals(before.endedAt())).isTrue();
                assertThat(joined).isEqualTo(next.entered() == Entry.TRANSFERRED || next.entered() == Entry.CONTINUED);
                assertThat(!Objects.equals(before.partner(), next.partner()) && before.leftBy() == Exit.CONTINUED)
                        .isFalse();
            }
        });
    }

    private static boolean openAt(List<OpenSpell> spells, Instant at) {
        return spells.stream()
                .anyMatch(spell -> !spell.startedAt().isAfter(at)
                        && (spell.endedAt() == null || spell.endedAt().isAfter(at)));
    }
}
