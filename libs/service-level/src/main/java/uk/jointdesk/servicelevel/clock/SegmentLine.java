package uk.jointdesk.servicelevel.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.jointdesk.servicelevel.calendar.Stretch;
import uk.jointdesk.servicelevel.life.Spell;

/** Cuts spells into segments; neighbours of one kind and detail become one. */
final class SegmentLine {

    private final Counting counting;
    private final List<Segment> segments = new ArrayList<>();

    SegmentLine(Counting counting) {
        this.counting = counting;
    }

    List<Segment> segments(List<Spell> spells) {
        spells.forEach(this::add);
        return segments;
    }

    private void add(Spell spell) {
        if (spell.state().isOver()) {
            String detail = spell.state() == Spell.State.WITHDRAWN ? "cancelled or merged" : "";
            add(spell.from(), spell.to(), Segment.Kind.RESOLVED, detail);
        } else if (counting.stops(spell)) {
            add(spell.from(), spell.to(), Segment.Kind.PAUSED, spell.reason().name());
        } else {
            counting.calendarOf(spell)
                    .stretches(spell.from(), spell.to())
                    .forEach(stretch -> add(stretch.from(), stretch.to(), kind(stretch), stretch.detail()));
        }
    }

    private static Segment.Kind kind(Stretch stretch) {
        return switch (stretch.kind()) {
            case OPEN -> Segment.Kind.WORKING;
            case CLOSED_HOURS -> Segment.Kind.CLOSED_HOURS;
            case HOLIDAY -> Segment.Kind.HOLIDAY;
        };
    }

    private void add(Instant from, Instant to, Segment.Kind kind, String detail) {
        Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        if (last != null && last.kind() == kind && last.detail().equals(detail)) {
            segments.set(segments.size() - 1, new Segment(last.from(), to, kind, detail));
        } else {
            segments.add(new Segment(from, to, kind, detail));
        }
    }
}
