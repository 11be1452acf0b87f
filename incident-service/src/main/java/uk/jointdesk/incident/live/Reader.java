package uk.jointdesk.incident.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import uk.jointdesk.kit.feed.FeedPosition;
import uk.jointdesk.kit.scope.PartnerScope;

/** Somebody who listens to the stream. One that does not take what it is told is cut off, not waited for. */
public final class Reader {

    /** A busy minute of the whole service; more is not a slow moment but a stuck reader. */
    static final int MOST_WAITING = 5_000;

    private final String subject;
    private final PartnerScope scope;
    private final Instant until;
    private final FeedPosition from;
    private final Runnable cutConnection;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile MultiEmitter<? super Told> emitter;
    private volatile boolean listening;
    private volatile boolean gone;

    /**
     * @param subject who listens: a person or a service account; one client may carry many
     * @param until when its token ends
     * @param from where it wants to go on, or null to hear only what is new
     * @param cutConnection drops the connection, whatever is still to be written to it
     */
    public Reader(String subject, PartnerScope scope, Instant until, FeedPosition from, Runnable cutConnection) {
        this.subject = subject;
        this.scope = scope;
        this.until = until;
        this.from = from;
        this.cutConnection = cutConnection;
    }

    /** What it is told from now on; whoever writes it out asks for the next when the last is on the wire. */
    Multi<Told> listen(Runnable begin) {
        return Multi.createFrom()
                .<Told>emitter(
                        started -> {
                            started.onTermination(() -> gone = true);
                            emitter = started;
                            begin.run();
                        },
                        BackPressureStrategy.BUFFER)
                .invoke(taken -> waiting.decrementAndGet());
    }

    void tell(Told told) {
        if (gone) {
            return;
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            gone = true;
            cutConnection.run();
            return;
        }
        emitter.emit(told);
    }

    void end(Told last) {
        tell(last);
        gone = true;
        emitter.complete();
    }

    /** It has been told all it missed; from now on it hears what is new. */
    void listens() {
        listening = true;
    }

    boolean isListening() {
        return listening && !gone;
    }

    boolean gone() {
        return gone;
    }

    boolean covers(String partner) {
        return scope.covers(partner);
    }

    /** Whether it has heard of what happened at this place. */
    boolean knows(FeedPosition place) {
        return from != null && place.compareTo(from) <= 0;
    }

    boolean mayListenAt(Instant now) {
        return now.isBefore(until);
    }

    String subject() {
        return subject;
    }

    FeedPosition from() {
        return from;
    }
}
