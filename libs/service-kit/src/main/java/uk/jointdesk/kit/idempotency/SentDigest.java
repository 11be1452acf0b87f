package uk.jointdesk.kit.idempotency;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The digest of what was sent, the same in every process: a caller who asks again after a crash is answered by another one,
 * in which maps and sets come in another order.
 */
final class SentDigest {

    private final ObjectMapper json;

    SentDigest(ObjectMapper json) {
        this.json = json.copy()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .registerModule(new SimpleModule("ordered-sets").addSerializer(Set.class, new OrderedSets()));
    }

    String of(Object body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            String text = body instanceof String given ? given : json.writeValueAsString(body);
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException("what was sent has no digest", impossible);
        }
    }

    @SuppressWarnings("rawtypes") // A serializer is registered for the raw type.
    private static final class OrderedSets extends JsonSerializer<Set> {

        @Override
        public void serialize(Set set, JsonGenerator out, SerializerProvider serializers) throws IOException {
            List<?> elements = ((Set<?>) set)
                    .stream().sorted(Comparator.comparing(String::valueOf)).toList();
            serializers.defaultSerializeValue(elements, out);
        }
    }
}
