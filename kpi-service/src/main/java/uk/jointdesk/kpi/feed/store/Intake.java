package uk.jointdesk.kpi.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.feed.domain.FeedEvent;
import uk.jointdesk.kpi.partner.domain.Partners;
import uk.jointdesk.kpi.partner.store.PartnerStore;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;

/**
 * Takes in what was read from the feed: facts, what follows from them, and the new position in one transaction. Killed
 * at any point it has either taken a page or not.
 */
@ApplicationScoped
public class Intake {

    private final ScopedDb db;

    public Intake(ScopedDb db) {
        this.db = db;
    }

    /**
     * Events read from the feed.
     *
     * @param after the position they were read from, null for the start
     * @param next the position after them
     */
    public record Taking(String after, String next, List<FeedEvent> events) {}

    /**
     * Takes a page. Where another replica has gone on from the same position before, nothing happens.
     *
     * @return whether the page was taken
     */
    public boolean take(Taking page, Partners partners, ServiceLevelRules rules) {
        return db.as(PartnerScope.ALL).write(handle -> {
            if (!Objects.equals(ProgressStore.locked(handle).position(), page.after())) {
                return false;
            }
            PartnerStore.replace(handle, partners);
            FactStore.append(handle, page.events());
            Judging.again(handle, tickets(page.events()), rules);
            advance(handle, page);
            return true;
        });
    }

    /** Notes that the feed had nothing more, as seen from a position that is still ours. */
    public void readToEnd(String position, Partners partners, Instant when) {
        db.as(PartnerScope.ALL).run(handle -> {
            if (Objects.equals(ProgressStore.locked(handle).position(), position)) {
                PartnerStore.replace(handle, partners);
                ProgressStore.readToEnd(handle, when);
            }
        });
    }

    private static void advance(Handle handle, Taking page) {
        Instant newest = page.events().stream()
                .map(FeedEvent::recordedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        ProgressStore.advance(handle, page.next(), newest);
    }

    private static Set<String> tickets(List<FeedEvent> events) {
        return events.stream().map(FeedEvent::ticket).collect(Collectors.toSet());
    }
}
