package uk.jointdesk.kpi.pack.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.pack.SamplePack;
import uk.jointdesk.kpi.pack.store.PackJson;

class CanonicalJsonTest {

    @Test
    void keys_are_sorted_and_nothing_is_between_them() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("b", List.of(1, 2L, true));
        tree.put("a", Arrays.asList("x", null));
        tree.put("", Map.of());
        assertThat(text(tree)).isEqualTo("{\"\":{},\"a\":[\"x\",null],\"b\":[1,2,true]}");
    }

    /** The sorting example of RFC 8785, section 3.2.3, and the escapes of section 3.2.2.2. */
    @Test
    void keys_sort_by_their_code_units_and_escapes_are_the_shortest() {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (String key : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            tree.put(key, 0);
        }
        assertThat(text(tree))
                .isEqualTo(
                        "{\"\\r\":0,\"1\":0,\"\u0080\":0,\"\u00f6\":0,\"\u20ac\":0,\"\ud83d\ude00\":0,\"\ufb33\":0}");
        assertThat(text(List.of("\b\t\n\f\r\"\\/\u000f\u20ac")))
                .isEqualTo("[\"\\b\\t\\n\\f\\r\\\"\\\\/\\u000f\u20ac\"]");
    }

    @Test
    void a_binary_fraction_has_no_one_spelling_and_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(Map.of("a", 0.1)));
    }

    @Test
    void a_pack_that_is_read_back_is_written_to_the_same_bytes() {
        byte[] bytes = PackJson.bytes(SamplePack.published());
        PackDocument back = PackJson.read(bytes, PackDocument.class);
        assertThat(back).isEqualTo(SamplePack.published());
        assertThat(PackJson.bytes(back)).isEqualTo(bytes);
    }

    private static String text(Object tree) {
        return new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8);
    }
}
