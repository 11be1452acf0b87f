package uk.jointdesk.incident.catalogue.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.catalogue.domain.Item;
import uk.jointdesk.incident.catalogue.domain.Offer;
import uk.jointdesk.incident.rules.store.CatalogueTargets;
import uk.jointdesk.incident.rules.store.CatalogueTargets.Promise;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.rules.TargetDocument;

/** The catalogue together with what the agreements promise for its items. */
@ApplicationScoped
public class Catalogue {

    /** Offers are dated in the partners' days. */
    private static final ZoneId LOCAL = ZoneId.of("Europe/London");

    private final ScopedDb db;
    private final CatalogueStore items;
    private final CatalogueTargets targets;
    private final Clock clock;

    public Catalogue(ScopedDb db, CatalogueStore items, CatalogueTargets targets, Clock clock) {
        this.db = db;
        this.items = items;
        this.targets = targets;
        this.clock = clock;
    }

    /** An item and its promises. */
    public record Listed(Item item, List<Promise> promises) {}

    public LocalDate today() {
        return clock.instant().atZone(LOCAL).toLocalDate();
    }

    /** 404 when it is unknown, or offered to nobody the caller speaks for. */
    public Listed read(String code) {
        return db.read(handle -> listed(handle, items.find(handle, code, false).orElseThrow(Refusal::notFound)));
    }

    public Listed listed(Item item) {
        return db.read(handle -> listed(handle, item));
    }

    /** Adds an item; its target, if it has one of its own, becomes a line of the agreements. */
    public Listed add(Item item, TargetDocument target, String percent) {
        return db.write(handle -> {
            items.add(handle, item);
            if (target != null) {
                targets.agree(handle, item.code(), partners(item), target, percent, clock.instant());
            }
            return listed(handle, item);
        });
    }

    public Listed change(String code, long expected, UnaryOperator<Item> change) {
        return db.write(handle -> {
            Item now = items.find(handle, code, false).orElseThrow(Refusal::notFound);
            items.change(handle, change.apply(now), expected);
            return listed(handle, items.find(handle, code, false).orElseThrow(Refusal::notFound));
        });
    }

    private Listed listed(Handle handle, Item item) {
        Instant now = clock.instant();
        return new Listed(item, targets.of(handle, item.code(), partners(item), now));
    }

    private static List<String> partners(Item item) {
        return item.offers().stream().map(Offer::partner).distinct().toList();
    }
}
