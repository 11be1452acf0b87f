package uk.jointdesk.incident.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.feed.FeedPosition;

/** What a place in the stream tells its reader: nothing. */
class SealedPlacesTest {

    private static final FeedPosition PLACE = new FeedPosition(4_711, 12);

    private final SealedPlaces places = new SealedPlaces(new byte[32]);

    @Test
    void a_place_is_found_again_and_reads_differently_each_time() {
        String first = places.seal(PLACE);
        assertThat(places.open(first)).contains(PLACE);
        assertThat(places.seal(PLACE)).isNotEqualTo(first).hasSameSizeAs(first);
    }

    @Test
    void a_place_that_was_tampered_with_or_sealed_elsewhere_is_none() {
        String sealed = places.seal(PLACE);
        for (int i = 0; i < sealed.length() - 1; i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(places.open(sealed.substring(0, i) + other + sealed.substring(i + 1)))
                    .isEmpty();
        }
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        assertThat(new SealedPlaces(otherKey).open(sealed)).isEmpty();
        for (String text : new String[] {"", "x", "not base64!", sealed + "AAAA", PLACE.text()}) {
            assertThat(places.open(text)).isEmpty();
        }
    }
}
