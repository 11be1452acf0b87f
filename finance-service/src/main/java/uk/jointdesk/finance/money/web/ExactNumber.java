package uk.jointdesk.finance.money.web;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.money.domain.Fraction;

/**
 * A weight as it is written, a JSON number or text, taken digit by digit and never through a binary fraction. It is
 * answered as a number, or as text such as {@code 8111/3} where no decimal says it exactly.
 */
@JsonDeserialize(using = ExactNumber.Reader.class)
@Schema(type = SchemaType.NUMBER, description = "At most 15 digits before and 9 after the point, no exponent")
public record ExactNumber(Fraction fraction) {
    private static final Pattern WRITTEN = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,9})?");

    public static ExactNumber of(Fraction fraction) {
        return new ExactNumber(fraction);
    }

    @JsonValue
    Object written() {
        try {
            BigDecimal exact = new BigDecimal(fraction.numerator()).divide(new BigDecimal(fraction.denominator()));
            return exact.scale() < 0 ? exact.setScale(0) : exact;
        } catch (ArithmeticException endless) {
            return fraction.toString();
        }
    }

    static final class Reader extends StdDeserializer<ExactNumber> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(ExactNumber.class);
        }

        @Override
        public ExactNumber deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonToken token = parser.currentToken();
            boolean readable = token.isNumeric() || token == JsonToken.VALUE_STRING;
            if (!readable || !WRITTEN.matcher(parser.getText()).matches()) {
                throw MismatchedInputException.from(parser, ExactNumber.class, "not a plain decimal number");
            }
            return new ExactNumber(Fraction.of(new BigDecimal(parser.getText())));
        }
    }
}
