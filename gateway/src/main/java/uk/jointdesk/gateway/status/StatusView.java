package uk.jointdesk.gateway.status;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import uk.jointdesk.gateway.status.domain.Condition;
import uk.jointdesk.gateway.status.domain.Conditions;
import uk.jointdesk.gateway.status.domain.State;
import uk.jointdesk.gateway.status.domain.SuitePart;

/**
 * How the suite does, as one reader may know it.
 *
 * @param state of the part that does worst
 * @param lookedAt for those who run the suite
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatusView(@JsonIgnore Audience audience, State state, Instant lookedAt, List<Row> parts) {

    static StatusView of(Conditions conditions, Audience audience, Instant now) {
        List<Row> rows = Arrays.stream(SuitePart.values())
                .filter(part -> audience == Audience.OPERATORS || !part.isOfTheInside())
                .map(part -> Row.of(part, conditions.of(part), audience, now))
                .toList();
        State worst = rows.stream().map(Row::state).reduce(State.UP, State::orWorse);
        return new StatusView(audience, worst, isFor(audience, conditions.lookedAt()), rows);
    }

    private static <T> T isFor(Audience audience, T detail) {
        return audience == Audience.OPERATORS ? detail : null;
    }

    public String headline() {
        return switch (state) {
            case UP -> "All parts work.";
            case UNKNOWN -> "It is not known yet how the parts do.";
            case DEGRADED -> "Something works only in part.";
            case DOWN -> "Something does not work.";
        };
    }

    public boolean forReaders() {
        return audience != Audience.EVERYBODY;
    }

    public boolean forOperators() {
        return audience == Audience.OPERATORS;
    }

    /**
     * One part.
     *
     * @param minutesOld of its figures, for those who are signed in; null where it has none or it is not known
     * @param since for those who run the suite
     * @param detail for those who run the suite
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(String part, String title, State state, Long minutesOld, Instant since, String detail) {

        static Row of(SuitePart part, Condition condition, Audience audience, Instant now) {
            return new Row(
                    part.label(),
                    part.title(),
                    condition.state(),
                    audience == Audience.EVERYBODY ? null : minutesOld(condition, now),
                    isFor(audience, condition.since()),
                    isFor(audience, condition.detail()));
        }

        private static Long minutesOld(Condition condition, Instant now) {
            Instant of = condition.figuresOf();
            return of == null ? null : Math.max(0, Duration.between(of, now).toMinutes());
        }

        public String word() {
            return switch (state) {
                case UP -> "Works";
                case UNKNOWN -> "Not known yet";
                case DEGRADED -> "Works in part";
                case DOWN -> "Does not work";
            };
        }

        /** The colour that goes with the word. */
        public String colour() {
            return switch (state) {
                case UP -> "green";
                case UNKNOWN -> "none";
                case DEGRADED -> "amber";
                case DOWN -> "red";
            };
        }

        public String note() {
            if (minutesOld == null) {
                return state == State.DOWN ? "Cannot be reached at the moment." : "";
            }
            String ago = minutesOld == 0 ? "a minute" : minutesOld == 1 ? "1 minute" : minutesOld + " minutes";
            return "Figures know of every ticket of " + ago + " ago.";
        }
    }
}
