package uk.jointdesk.system.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.local.Part;
import uk.jointdesk.testkit.Draw;

/** What is put to one operation at one door: the same for the same seed. */
final class Plan {

    /** So often no category may yield anything before the operation is held to be done with. */
    private static final int ROUNDS = 200;

    private final Subject subject;
    private final Door door;
    private final Draw draw;
    private final HeadMutations head;
    private final Optional<BodyMutations> body;

    Plan(Subject subject, Door door, long seed) {
        this.subject = subject;
        this.door = door;
        this.draw = Draw.from(seed + (door + " " + subject.operation()).hashCode() * 1_000_003L);
        this.head = new HeadMutations(subject);
        this.body = subject.hasJson() ? Optional.of(new BodyMutations(subject)) : Optional.empty();
    }

    /** Draws so many, of as many kinds as there are; at a service besides what looks like SQL at every place. */
    List<Mutant> mutants(int calls) {
        List<Mutant> all = new ArrayList<>(door == Door.SERVICE ? sweep() : List.of());
        int enough = all.size() + calls;
        for (int round = 0; round < ROUNDS && all.size() < enough; round++) {
            for (Category category : draw.shuffled(List.of(Category.values()))) {
                if (all.size() < enough) {
                    drawn(category).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    /** The gateway refuses many of them by their shape; that a statement binds its values is the service's affair. */
    List<Mutant> sweep() {
        List<Mutant> all = new ArrayList<>(head.everywhere(Category.SQL, Hostile.SQL, draw));
        body.ifPresent(mutations -> {
            if (subject.freedom() == Freedom.GUARDED) {
                mutations
                        .atOnce(Category.SQL, Hostile.SQL, draw)
                        .filter(mutant -> mutant.broken() || !Freedom.isFarReaching(subject.operation()))
                        .ifPresent(all::add);
            } else {
                all.addAll(mutations.everywhere(Category.SQL, Hostile.SQL, draw));
            }
        });
        return all;
    }

    private Optional<Mutant> drawn(Category category) {
        // At a service itself each fault of such a list is noted, which takes long (docs/security.md, G20).
        if (door == Door.SERVICE && category == Category.LARGE_ARRAY) {
            return Optional.empty();
        }
        boolean inBody = body.isPresent() && draw.chance(50);
        Optional<Mutant> first = inBody ? body(category) : head(category);
        Optional<Mutant> found = first.isPresent() ? first : inBody ? head(category) : body(category);
        return found.filter(mutant -> mutant.broken() || !startsWork());
    }

    private Optional<Mutant> body(Category category) {
        boolean guarded = subject.freedom() == Freedom.GUARDED;
        return body.flatMap(mutations -> mutations.drawn(category, draw))
                .filter(mutant -> mutant.broken() || !guarded)
                .map(this::atDoor);
    }

    private Optional<Mutant> head(Category category) {
        return head.drawn(category, draw).map(this::atDoor);
    }

    /** Parameters that nobody knows are the gateway's to refuse in front of a service; a page overlooks them. */
    private Mutant atDoor(Mutant mutant) {
        boolean overlooked = door == Door.SERVICE || subject.described().service() == Part.GATEWAY;
        return overlooked && mutant.category() == Category.UNKNOWN_PARAMETER ? mutant.forgiven() : mutant;
    }

    /** Called without a body it does what it does. */
    private boolean startsWork() {
        return subject.freedom() == Freedom.GUARDED && !subject.described().takesBody();
    }
}
