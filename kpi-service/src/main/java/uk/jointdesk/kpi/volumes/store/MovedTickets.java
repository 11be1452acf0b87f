package uk.jointdesk.kpi.volumes.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.store.MonthBuckets;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.volumes.domain.Movement;
import uk.jointdesk.kpi.volumes.domain.Movements;

/** The tickets that volumes count, by name: the rows that {@link VolumeStore} counts without naming them. */
@ApplicationScoped
public class MovedTickets {

    /** Being open at the end belongs to no month of its own; it is put with the last, at the start with the first. */
    private static final String TICKETS = """
            select %1$s, width_bucket(moved_on, cast(:starts as date[])) - 1 as month, movement, ticket from (
                select partner, priority, type, queue, organisation, category, ticket, started_on as moved_on,
                       case entered when 'TRANSFERRED' then 'TRANSFERRED_IN' else entered end as movement
                  from open_spell where started_on between :from and :to and entered <> 'CONTINUED'
                union all
                select partner, priority, type, queue, organisation, category, ticket, ended_on,
                       case left_by when 'TRANSFERRED' then 'TRANSFERRED_OUT' when 'RESOLVED' then 'RESOLUTIONS'
                                    else left_by end
                  from open_spell where ended_on between :from and :to and left_by <> 'CONTINUED'
                union all
                select partner, priority, type, queue, organisation, category, ticket, cast(:from as date), 'OPEN_AT_START'
                  from open_spell where started_on < :from and (ended_on is null or ended_on >= :from)
                union all
                select partner, priority, type, queue, organisation, category, ticket, cast(:to as date), 'OPEN_AT_END'
                  from open_spell where started_on <= :to and (ended_on is null or ended_on > :to)
            ) moved order by ticket
            """.formatted(MonthBuckets.SLICE);

    private final ScopedDb db;

    public MovedTickets(ScopedDb db) {
        this.db = db;
    }

    private record Key(Slice slice, Movement movement) {}

    /** Those of the whole service. */
    public Map<Slice, Movements> ofWholeService(Question question) {
        return db.as(PartnerScope.ALL).read(handle -> read(handle, question));
    }

    private static Map<Slice, Movements> read(Handle handle, Question question) {
        Map<Key, List<String>> tickets = new HashMap<>();
        MonthBuckets.bind(handle.createQuery(TICKETS), question)
                .setFetchSize(5_000)
                .map((row, context) -> {
                    Key key = new Key(MonthBuckets.slice(row), Movement.valueOf(row.getString("movement")));
                    return tickets.computeIfAbsent(key, none -> new ArrayList<>())
                            .add(row.getString("ticket"));
                })
                .list();
        Map<Slice, Movements> moved = new HashMap<>();
        tickets.forEach((key, names) ->
                moved.merge(key.slice, Movements.of(key.movement, List.copyOf(names)), Movements::plus));
        return moved;
    }
}
