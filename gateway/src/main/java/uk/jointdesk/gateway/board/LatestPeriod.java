package uk.jointdesk.gateway.board;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import uk.jointdesk.gateway.identity.Caller;

/**
 * The period a reader means who names none: three months ending with the last complete month in which the reader's
 * tickets were resolved. A month that still runs is not reported on.
 */
@ApplicationScoped
public class LatestPeriod {

    /** The shared service began here; nothing older is looked for. */
    private static final YearMonth FIRST = YearMonth.of(2015, 4);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final FigureReader figures;
    private final Clock clock;

    public LatestPeriod(FigureReader figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    Future<BoardPeriod> of(Caller reader) {
        YearMonth complete = YearMonth.now(clock.withZone(LONDON)).minusMonths(1);
        return figures.volumesOver(reader, FIRST, complete, "YEAR")
                .map(years -> lastWithData(years))
                .compose(year -> year.map(found -> inYear(reader, Integer.parseInt(found), complete))
                        .orElseGet(() -> Future.succeededFuture(complete)))
                .map(BoardPeriod::endingIn);
    }

    private Future<YearMonth> inYear(Caller reader, int year, YearMonth complete) {
        YearMonth december = YearMonth.of(year, 12);
        YearMonth last = december.isBefore(complete) ? december : complete;
        return figures.volumesOver(reader, YearMonth.of(year, 1), last, "MONTH")
                .map(months -> lastWithData(months).flatMap(LatestPeriod::month).orElse(last));
    }

    /** The label of the last period in which anything was resolved; labels of one periodicity sort as time does. */
    private static Optional<String> lastWithData(Part<Figures.Volumes> volumes) {
        return volumes.isThere()
                ? volumes.value().items().stream()
                        .filter(volume -> volume.resolved() > 0)
                        .map(Figures.Volume::period)
                        .max(String::compareTo)
                : Optional.empty();
    }

    private static Optional<YearMonth> month(String label) {
        try {
            return Optional.of(YearMonth.parse(label));
        } catch (DateTimeException notAMonth) {
            return Optional.empty();
        }
    }
}
