package uk.jointdesk.kpi.durations.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import uk.jointdesk.kpi.durations.domain.Durations;
import uk.jointdesk.kpi.durations.domain.ResolutionTimes;

/** The times of some tickets in one row. */
final class TimesRow {

    static final String COLUMNS = """
            array_agg(consumed_millis) filter (where outcome in ('MET', 'BREACHED')) as service,
            array_agg(cast(extract(epoch from resolved_at - logged_at) * 1000 as bigint)) as elapsed
            """;

    private TimesRow() {}

    static ResolutionTimes times(ResultSet row) throws SQLException {
        return new ResolutionTimes(durations(row.getArray("service")), durations(row.getArray("elapsed")));
    }

    private static Durations durations(Array millis) throws SQLException {
        return millis == null
                ? Durations.NONE
                : Durations.of(Arrays.stream((Long[]) millis.getArray())
                        .mapToLong(Long::longValue)
                        .toArray());
    }
}
