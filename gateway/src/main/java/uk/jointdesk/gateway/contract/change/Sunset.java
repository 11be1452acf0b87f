package uk.jointdesk.gateway.contract.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * The announced end of an operation: its service marks it {@code deprecated} and names the days. Every answer then says
 * so, in the headers of RFC 9745 and RFC 8594.
 *
 * @param since the day from which programs should use something else
 * @param ends the first day on which it may be gone
 */
public record Sunset(LocalDate since, LocalDate ends) {

    /** The extension that names the day. */
    public static final String DAY = "x-sunset";

    private static final String SINCE = "x-deprecated-since";

    static boolean isAnnounced(JsonNode operation) {
        return of(operation).isPresent();
    }

    /** Empty for an operation that is not deprecated, or that does not say until when it stays. */
    public static Optional<Sunset> of(JsonNode operation) {
        if (!operation.path("deprecated").asBoolean(false)) {
            return Optional.empty();
        }
        return day(operation, DAY).map(ends -> new Sunset(day(operation, SINCE).orElse(ends), ends));
    }

    private static Optional<LocalDate> day(JsonNode operation, String extension) {
        try {
            return operation.has(extension)
                    ? Optional.of(LocalDate.parse(operation.path(extension).asText()))
                    : Optional.empty();
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** {@code @1801440000}: an instant in seconds. */
    public String deprecationHeader() {
        return "@" + since.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    /** {@code Wed, 31 Mar 2027 00:00:00 GMT}. */
    public String sunsetHeader() {
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                .format(ends.atStartOfDay(ZoneOffset.UTC));
    }
}
