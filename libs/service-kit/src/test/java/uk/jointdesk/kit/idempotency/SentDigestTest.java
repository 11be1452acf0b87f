package uk.jointdesk.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SentDigestTest {

    private final SentDigest digests = new SentDigest(new ObjectMapper());

    private record Sent(Set<String> types, Map<String, Object> more) {}

    private static Sent sent(List<String> types, List<String> names) {
        Map<String, Object> more = new LinkedHashMap<>();
        names.forEach(name -> more.put(name, Map.of("of", name)));
        return new Sent(new LinkedHashSet<>(types), more);
    }

    @Test
    void the_order_that_another_process_gives_to_sets_and_maps_is_no_difference() {
        assertThat(digests.of(sent(List.of("a", "b", "c"), List.of("x", "y"))))
                .isEqualTo(digests.of(sent(List.of("c", "a", "b"), List.of("y", "x"))));
    }

    @Test
    void another_element_another_name_and_the_order_of_a_list_are_differences() {
        String digest = digests.of(sent(List.of("a", "b"), List.of("x")));
        assertThat(digests.of(sent(List.of("a"), List.of("x")))).isNotEqualTo(digest);
        assertThat(digests.of(sent(List.of("a", "b"), List.of("y")))).isNotEqualTo(digest);
        assertThat(digests.of(List.of("a", "b"))).isNotEqualTo(digests.of(List.of("b", "a")));
    }
}
