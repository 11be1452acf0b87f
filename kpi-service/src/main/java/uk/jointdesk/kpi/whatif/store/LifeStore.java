package uk.jointdesk.kpi.whatif.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.feed.domain.FeedEvent;
import uk.jointdesk.kpi.feed.domain.bulk.Lives;
import uk.jointdesk.kpi.feed.store.KeptLives;
import uk.jointdesk.kpi.feed.store.ProgressStore;
import uk.jointdesk.kpi.feed.store.Retelling;
import uk.jointdesk.servicelevel.agreement.Metric;

/** The resolved or answered tickets of all partners, month by month, read only. */
@ApplicationScoped
public class LifeStore {

    private final ScopedDb db;
    private final KeptLives kept;

    public LifeStore(ScopedDb db, KeptLives kept) {
        this.db = db;
        this.kept = kept;
    }

    /** Who takes the lives as they come, and may ask for events at the end. */
    public interface Reader<T> {
        /** @param month its number among those that are read */
        void take(int month, Lives lives);

        T finish(Events events);
    }

    /** The events of some tickets, as far as they were known when the lives were read. */
    @FunctionalInterface
    public interface Events {
        Map<String, List<FeedEvent>> of(Collection<String> tickets);
    }

    /**
     * @param metric tickets that were resolved, or those that were answered
     * @param months their first days
     * @param readers makes the taker of one reading; facts that arrive while it reads have it begin anew
     */
    public <T> AsAt<T> read(Metric metric, List<LocalDate> months, Supplier<Reader<T>> readers) {
        return db.as(PartnerScope.ALL).read(handle -> {
            AsAt<Reader<T>> taken = ProgressStore.asAt(handle, () -> taken(handle, metric, months, readers.get()));
            T answer = taken.figures().finish(tickets -> told(handle, tickets, taken.instant()));
            return new AsAt<>(answer, taken.instant());
        });
    }

    private <T> Reader<T> taken(Handle handle, Metric metric, List<LocalDate> months, Reader<T> reader) {
        for (int month = 0; month < months.size(); month++) {
            reader.take(month, kept.of(handle, metric, months.get(month)));
        }
        return reader;
    }

    private static Map<String, List<FeedEvent>> told(Handle handle, Collection<String> tickets, Instant asAt) {
        Map<String, List<FeedEvent>> told = Retelling.of(handle, tickets);
        told.values()
                .forEach(events -> events.removeIf(event -> event.recordedAt().isAfter(asAt)));
        return told;
    }
}
