package uk.jointdesk.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import uk.jointdesk.kit.time.Era;

/**
 * Refuses what PostgreSQL cannot hold, wherever in a body it stands: NUL characters in texts, and times of no calendar. Of an
 * instant the microseconds are kept, from the first answer on.
 */
final class HeldValues extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    private static final Set<Class<?>> CHECKED = Set.of(String.class, Instant.class, LocalDate.class);

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> reader) {
        return CHECKED.contains(bean.getBeanClass()) ? new Checked(reader) : reader;
    }

    private static final class Checked extends DelegatingDeserializer {

        private static final long serialVersionUID = 1L;

        Checked(JsonDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new Checked(reader);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Object value = super.deserialize(json, context);
            if (value instanceof String text && text.indexOf('\0') >= 0) {
                throw new ValueRefused(json, "text-holds-nul", "holds a NUL character", String.class);
            }
            boolean far = (value instanceof Instant instant && !Era.holds(instant))
                    || (value instanceof LocalDate day && !Era.holds(day));
            if (far) {
                throw new ValueRefused(json, "time-out-of-range", "lies before 1990 or after 2199", value.getClass());
            }
            return value instanceof Instant instant ? instant.truncatedTo(ChronoUnit.MICROS) : value;
        }
    }
}
