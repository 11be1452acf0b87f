package uk.jointdesk.incident.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import uk.jointdesk.incident.live.store.ChangeStore.Placed;
import uk.jointdesk.kit.feed.FeedPosition;

/** Writes the events of the stream. */
final class Wire {

    private final ObjectMapper json;
    private final SealedPlaces places;

    Wire(ObjectMapper json, SealedPlaces places) {
        this.json = json;
        this.places = places;
    }

    /** A ticket's change as this reader may see it, if it may. */
    Optional<Told> change(Placed placed, Reader reader) {
        return placed.change()
                .seenBy(reader::covers)
                .map(notice -> new Told(places.seal(placed.place()), "ticket", text(notice)));
    }

    /** From here on the reader hears everything. */
    Told ready(FeedPosition head, Instant at) {
        return about("ready", head, Map.of("at", at));
    }

    /** The reader was away too long to be told what it missed. */
    Told reset(FeedPosition head, Instant at) {
        return about("reset", head, Map.of("at", at));
    }

    Told heartbeat(FeedPosition head, Instant at) {
        return about("heartbeat", head, Map.of("at", at));
    }

    Told end(FeedPosition head, String reason) {
        return about("end", head, Map.of("reason", reason));
    }

    private Told about(String event, FeedPosition place, Map<String, Object> data) {
        return new Told(places.seal(place), event, text(data));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of ours is not JSON", e);
        }
    }
}
