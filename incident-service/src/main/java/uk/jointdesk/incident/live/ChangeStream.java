package uk.jointdesk.incident.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.incident.live.store.ChangeStore;
import uk.jointdesk.incident.live.store.ChangeStore.Placed;
import uk.jointdesk.kit.feed.FeedPosition;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/**
 * Tells all connected readers of this process what changes. The database is asked once a second for all of them, and not
 * at all when nobody listens.
 */
@ApplicationScoped
public class ChangeStream {

    private static final int PAGE = 1_000;
    /** How far back a returning reader is looked after, and how much it is told; after that it reads the lists again. */
    private static final int PAGES_BACK = 10;

    private static final int MOST_BACK = 2_000;

    private static final int PAGES_AT_A_TIME = 10;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final ChangeStore store;
    private final ObjectMapper json;
    private final Clock clock;
    private final ExecutorService executor;
    private final int perClient;
    private final int most;
    private final List<Reader> readers = new CopyOnWriteArrayList<>();
    private final Queue<Reader> joining = new ConcurrentLinkedQueue<>();
    private volatile SealedPlaces places;
    private Wire wire;
    private FeedPosition head;
    private Instant lastHeartbeat = Instant.EPOCH;

    public ChangeStream(
            ChangeStore store,
            ObjectMapper json,
            Clock clock,
            ExecutorService executor,
            @ConfigProperty(name = "jointdesk.stream.per-client") int perClient,
            @ConfigProperty(name = "jointdesk.stream.most") int most) {
        this.store = store;
        this.json = json;
        this.clock = clock;
        this.executor = executor;
        this.perClient = perClient;
        this.most = most;
    }

    /** The place that a {@code Last-Event-ID} names, or null without one. */
    public FeedPosition place(String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return null;
        }
        return places().open(lastEventId)
                .orElseThrow(() -> Refusal.malformed(
                        "last-event-id-invalid",
                        "Last-Event-ID is the id of an event of this stream.",
                        FieldError.header("Last-Event-ID", "is not one of this stream")));
    }

    /** What the reader is told, from the first instant on; 429 when whoever it is listens too often already. */
    public synchronized Multi<Told> open(Reader reader) {
        readers.removeIf(Reader::gone);
        long same = readers.stream()
                .filter(other -> other.subject().equals(reader.subject()))
                .count();
        if (same >= perClient || readers.size() >= most) {
            throw new Refusal(429, "too-many-streams", "You have " + same + " streams open; close one.");
        }
        readers.add(reader);
        return reader.listen(() -> {
            joining.add(reader);
            executor.execute(this::look);
        });
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        look(clock.instant());
    }

    synchronized void look(Instant now) {
        readers.removeIf(Reader::gone);
        if (readers.isEmpty()) {
            head = null;
            joining.clear();
            return;
        }
        wire = new Wire(json, places());
        head = head == null ? store.end() : head;
        for (Reader reader = joining.poll(); reader != null; reader = joining.poll()) {
            welcome(reader, now);
        }
        tellNews();
        beat(now);
        listening()
                .filter(reader -> !reader.mayListenAt(now))
                .forEach(reader -> reader.end(wire.end(head, "token-expired")));
    }

    void stop(@Observes ShutdownEvent event) {
        end("service-stops");
    }

    private synchronized void end(String reason) {
        if (head != null) {
            listening().forEach(reader -> reader.end(wire.end(head, reason)));
        }
    }

    /** Tells a reader what it missed, and that it misses nothing from now on. */
    private void welcome(Reader reader, Instant now) {
        if (reader.from() != null) {
            missed(reader)
                    .ifPresentOrElse(told -> told.forEach(reader::tell), () -> reader.tell(wire.reset(head, now)));
        }
        reader.tell(wire.ready(head, now));
        reader.listens();
    }

    /** What happened between a reader's last event and the head; nothing when that is too much. */
    private Optional<List<Told>> missed(Reader reader) {
        List<Told> told = new ArrayList<>();
        FeedPosition place = reader.from();
        for (int page = 0; page < PAGES_BACK && told.size() <= MOST_BACK; page++) {
            List<Placed> changes = store.after(place, PAGE);
            changes.stream()
                    .filter(change -> change.place().compareTo(head) <= 0)
                    .forEach(change -> wire.change(change, reader).ifPresent(told::add));
            place = changes.isEmpty() ? head : changes.get(changes.size() - 1).place();
            if (changes.size() < PAGE || place.compareTo(head) >= 0) {
                return told.size() <= MOST_BACK ? Optional.of(told) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void tellNews() {
        for (int page = 0; page < PAGES_AT_A_TIME; page++) {
            List<Placed> changes = store.after(head, PAGE);
            for (Placed change : changes) {
                listening()
                        .filter(reader -> !reader.knows(change.place()))
                        .forEach(reader -> wire.change(change, reader).ifPresent(reader::tell));
                head = change.place();
            }
            if (changes.size() < PAGE) {
                return;
            }
        }
    }

    private void beat(Instant now) {
        if (Duration.between(lastHeartbeat, now).compareTo(HEARTBEAT) >= 0) {
            lastHeartbeat = now;
            Told beat = wire.heartbeat(head, now);
            listening().forEach(reader -> reader.tell(beat));
        }
    }

    private Stream<Reader> listening() {
        return readers.stream().filter(Reader::isListening);
    }

    private SealedPlaces places() {
        if (places == null) {
            places = new SealedPlaces(store.key());
        }
        return places;
    }
}
