package uk.jointdesk.kit.web;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/**
 * Reads numbers and truth values of a query as the contract writes them: Java also takes the digits of other scripts for
 * a number, and every word but one for false.
 */
@Provider
public class StrictParameters implements ParamConverterProvider {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            Integer.class, new Kind(StrictParameters::number, "is a whole number"),
            Boolean.class, new Kind(StrictParameters::truth, "is true or false"));

    /** @param read null for what it cannot read */
    private record Kind(Function<String, Object> read, String message) {}

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Kind kind = KINDS.get(type);
        return kind == null
                ? null
                : Stream.of(annotations)
                        .filter(QueryParam.class::isInstance)
                        .map(parameter -> this.<T>reader(kind, ((QueryParam) parameter).value()))
                        .findFirst()
                        .orElse(null);
    }

    private <T> ParamConverter<T> reader(Kind kind, String parameter) {
        return new ParamConverter<>() {
            @Override
            @SuppressWarnings("unchecked") // The kind was chosen by the type.
            public T fromString(String value) {
                Object read = value == null ? null : kind.read.apply(value);
                if (value != null && read == null) {
                    throw Refusal.malformed(
                            "parameter-invalid",
                            "A parameter is not what it should be.",
                            FieldError.query(parameter, kind.message));
                }
                return (T) read;
            }

            @Override
            public String toString(T value) {
                return String.valueOf(value);
            }
        };
    }

    private static Object number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        long number = Long.parseLong(text);
        return number == (int) number ? (Object) (int) number : null;
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }
}
