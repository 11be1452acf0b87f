package uk.jointdesk.kpi.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.feed.domain.Progress;

/** Where the feed has been read to. */
@ApplicationScoped
public class ProgressStore {

    private static final String READ =
            "select position, as_at, read_to_end_at, sources_done_at, judged_by from feed_position";
    private static final int TRIES = 5;

    private final ScopedDb db;

    public ProgressStore(ScopedDb db) {
        this.db = db;
    }

    public Progress read() {
        return db.as(PartnerScope.NONE).read(handle -> read(handle, READ));
    }

    /** The progress, held against every other reader of the feed until the transaction ends. */
    static Progress locked(Handle handle) {
        return read(handle, READ + " for update");
    }

    /** Keeps facts from coming in until the transaction ends, so that all that is read in it is as at one instant. */
    public static void held(Handle handle) {
        locked(handle);
    }

    static void advance(Handle handle, String position, Instant newest) {
        handle.createUpdate("update feed_position set position = :position, as_at = greatest(as_at, :newest)")
                .bind("position", position)
                .bind("newest", offset(newest))
                .execute();
    }

    static void readToEnd(Handle handle, Instant when) {
        handle.createUpdate("update feed_position set read_to_end_at = :when")
                .bind("when", offset(when))
                .execute();
    }

    /** Notes that every required source has been imported; the first time it is seen counts. */
    public void sourcesDone(Instant when) {
        db.as(PartnerScope.NONE).run(handle -> handle.createUpdate(
                        "update feed_position set sources_done_at = :when where sources_done_at is null")
                .bind("when", offset(when))
                .execute());
    }

    /**
     * Figures with the instant they are as at. A page of facts that arrives while they are read would make them newer
     * than they say, so then they are read again.
     */
    public static <T> AsAt<T> asAt(Handle handle, Supplier<T> figures) {
        for (int tries = 1; ; tries++) {
            Progress before = read(handle, READ);
            T read = figures.get();
            boolean undisturbed =
                    Objects.equals(before.position(), read(handle, READ).position());
            if (undisturbed || tries == TRIES) {
                return new AsAt<>(read, before.asAt());
            }
        }
    }

    private static Progress read(Handle handle, String query) {
        return handle.createQuery(query)
                .map((row, context) -> new Progress(
                        row.getString("position"),
                        instant(row.getObject("as_at", OffsetDateTime.class)),
                        instant(row.getObject("read_to_end_at", OffsetDateTime.class)),
                        instant(row.getObject("sources_done_at", OffsetDateTime.class)),
                        row.getString("judged_by")))
                .one();
    }

    private static OffsetDateTime offset(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
