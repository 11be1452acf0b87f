package uk.jointdesk.kpi.pack.store;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import uk.jointdesk.kpi.pack.domain.CanonicalJson;

/**
 * Packs and plans as JSON. It has a mapper of its own: the bytes of a published pack must not follow what the rest of
 * the service does with JSON. Decimals are text, so that they come back as they went.
 */
public final class PackJson {

    private static final JsonMapper MAPPER = mapper();

    private PackJson() {}

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .serializationInclusion(JsonInclude.Include.NON_EMPTY)
                .build();
        mapper.configOverride(BigDecimal.class).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
        return mapper;
    }

    /** The one spelling of a value. */
    public static byte[] bytes(Object value) {
        return CanonicalJson.bytes(MAPPER.convertValue(value, Object.class));
    }

    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (IOException broken) {
            throw new UncheckedIOException("what is kept of a pack cannot be read", broken);
        }
    }
}
