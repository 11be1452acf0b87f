package uk.jointdesk.kpi.feed.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import uk.jointdesk.kpi.feed.domain.OpenSpell.Entry;
import uk.jointdesk.kpi.feed.domain.OpenSpell.Exit;
import uk.jointdesk.servicelevel.life.Spell;
import uk.jointdesk.servicelevel.life.TicketLife;
import uk.jointdesk.servicelevel.life.TicketStatus;

/**
 * Cuts the open parts of a life into stretches of one holder and one hold. A state that lasted no time is no movement,
 * except that every ticket is logged, also one that was over at that very instant.
 */
final class OpenSpells {

    private final TicketLife life;
    private final List<OpenSpell> done = new ArrayList<>();
    private Spell open;
    private Instant since;
    private Entry entered;

    private OpenSpells(TicketLife life) {
        this.life = life;
    }

    static List<OpenSpell> of(TicketLife life) {
        OpenSpells cutting = new OpenSpells(life);
        life.spells().forEach(cutting::take);
        cutting.finish();
        return List.copyOf(cutting.done);
    }

    private void take(Spell spell) {
        if (spell.state().isOver()) {
            takeOver(spell);
        } else if (open == null) {
            begin(spell, done.isEmpty() ? Entry.LOGGED : Entry.REOPENED);
        } else if (!Objects.equals(open.partner(), spell.partner())) {
            end(spell.from(), Exit.TRANSFERRED);
            begin(spell, Entry.TRANSFERRED);
        } else if (!Objects.equals(hold(open), hold(spell))) {
            end(spell.from(), Exit.CONTINUED);
            begin(spell, Entry.CONTINUED);
        }
    }

    private void takeOver(Spell spell) {
        if (open == null && done.isEmpty()) {
            begin(spell, Entry.LOGGED);
        }
        if (open != null) {
            end(spell.from(), exit(spell));
        }
    }

    private Exit exit(Spell over) {
        if (over.state() == Spell.State.RESOLVED) {
            return Exit.RESOLVED;
        }
        boolean mergedForGood = over.to() == null && life.status() == TicketStatus.MERGED;
        return mergedForGood ? Exit.MERGED : Exit.CANCELLED;
    }

    private void begin(Spell spell, Entry how) {
        open = spell;
        since = spell.from();
        entered = how;
    }

    private void end(Instant at, Exit how) {
        done.add(new OpenSpell(open.partner(), hold(open), since, entered, at, how));
        open = null;
    }

    private void finish() {
        if (open != null) {
            done.add(new OpenSpell(open.partner(), hold(open), since, entered, null, null));
        }
    }

    private static String hold(Spell spell) {
        return spell.state() == Spell.State.HELD ? spell.reason().name() : null;
    }
}
