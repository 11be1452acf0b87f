package uk.jointdesk.kpi.durations.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.store.KeptMonths;
import uk.jointdesk.kpi.answer.store.MonthBuckets;
import uk.jointdesk.kpi.answer.store.TicketFilter;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.durations.domain.ResolutionTimes;
import uk.jointdesk.kpi.durations.domain.TimedTickets;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.feed.store.ProgressStore;
import uk.jointdesk.kpi.period.domain.Period;

/** Reads how long each resolved ticket took. */
@ApplicationScoped
public class DurationStore {

    private static final String TIMES = """
            select %1$s, width_bucket(counted_on, cast(:starts as date[])) - 1 as month, %2$s
              from ticket_fact
             where counted_on between :from and :to and outcome in ('MET', 'BREACHED', 'NO_TARGET') and %3$s
             group by 1, 2, 3, 4, 5, 6, 7
            """;
    private static final String COUNTED = TIMES.formatted(MonthBuckets.SLICE, TimesRow.COLUMNS, TicketFilter.CONDITION);
    private static final String NAMED = TIMES.formatted(MonthBuckets.SLICE, TimesRow.COLUMNS + """
            , array_agg(ticket) filter (where outcome <> 'NO_TARGET') as with_target,
              array_agg(ticket) filter (where outcome = 'NO_TARGET') as without_target""", "true");

    private final ScopedDb db;
    private final KeptTimes kept;

    public DurationStore(ScopedDb db, KeptTimes kept) {
        this.db = db;
        this.kept = kept;
    }

    /** The times in the caller's scope, as finely as the question needs them. */
    public AsAt<Map<Slice, ResolutionTimes>> times(Question question, PartnerRows partners) {
        return db.read(handle -> ProgressStore.asAt(
                handle,
                () -> KeptMonths.answer(question)
                        ? kept(handle, question, partners)
                        : read(handle, question, partners)));
    }

    /** The times of the whole service with the tickets that took them. */
    public Map<Slice, TimedTickets> ofWholeService(Question question) {
        return db.as(PartnerScope.ALL).read(handle -> {
            Map<Slice, TimedTickets> tickets = new HashMap<>();
            MonthBuckets.bind(handle.createQuery(NAMED), question)
                    .map((row, context) -> tickets.merge(MonthBuckets.slice(row), tickets(row), TimedTickets::plus))
                    .list();
            return tickets;
        });
    }

    private static TimedTickets tickets(ResultSet row) throws SQLException {
        return new TimedTickets(
                names(row.getArray("with_target")), names(row.getArray("without_target")), TimesRow.times(row));
    }

    private static List<String> names(Array names) throws SQLException {
        return names == null
                ? List.of()
                : Arrays.stream((String[]) names.getArray()).sorted().toList();
    }

    private Map<Slice, ResolutionTimes> kept(Handle handle, Question question, PartnerRows partners) {
        List<LocalDate> months =
                question.range().months().stream().map(Period::from).toList();
        Set<String> whose = partners.partnersAsked();
        Map<Slice, ResolutionTimes> times = new HashMap<>();
        kept.of(handle, months)
                .forEach((month, cells) -> cells.forEach((cell, tickets) -> {
                    if (question.filter().isAbout(cell, partners.anyPartner(), whose)) {
                        times.merge(slice(cell, question.by(), months.indexOf(month)), tickets, ResolutionTimes::plus);
                    }
                }));
        return times;
    }

    private static Slice slice(Slice cell, Set<Dimension> by, int month) {
        return new Slice(
                cell.partner(),
                cell.priority(),
                by.contains(Dimension.TYPE) ? cell.type() : null,
                null,
                by.contains(Dimension.ORGANISATION) ? cell.organisation() : null,
                null,
                month);
    }

    private static Map<Slice, ResolutionTimes> read(Handle handle, Question question, PartnerRows partners) {
        Query query = MonthBuckets.bind(handle.createQuery(COUNTED), question);
        Map<Slice, ResolutionTimes> times = new HashMap<>();
        TicketFilter.bind(query, question.filter(), partners)
                .map((row, context) -> times.merge(MonthBuckets.slice(row), TimesRow.times(row), ResolutionTimes::plus))
                .list();
        return times;
    }
}
