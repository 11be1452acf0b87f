package uk.jointdesk.kpi.mitigation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.mitigation.domain.Decision;
import uk.jointdesk.kpi.mitigation.domain.Mitigation;
import uk.jointdesk.kpi.mitigation.domain.Outcome;
import uk.jointdesk.kpi.mitigation.domain.Request;

/** Requests for relief and the decisions about them; both are only ever added. */
@ApplicationScoped
public class MitigationStore {

    private final ScopedDb db;

    public MitigationStore(ScopedDb db) {
        this.db = db;
    }

    /** The mitigations of these indicators, the oldest first. */
    public List<Mitigation> of(Collection<String> kpis) {
        return db.read(handle -> of(handle, kpis));
    }

    /** The same for work that has no caller. */
    public List<Mitigation> forAll(Collection<String> kpis) {
        return db.as(PartnerScope.ALL).read(handle -> of(handle, kpis));
    }

    public Optional<Mitigation> find(UUID id) {
        return db.read(handle -> find(handle, id));
    }

    public Mitigation add(Mitigation asked) {
        return db.write(handle -> {
            insert(handle, asked);
            asked.request().months().forEach(month -> insertMonth(handle, asked, month));
            return asked;
        });
    }

    private static void insert(Handle handle, Mitigation asked) {
        handle.createUpdate("insert into mitigation (id, kpi, reason, dependency, impact, path_to_green, problem,"
                        + " expires_on, requested_at, client, subject) values (:id, :kpi, :reason, :dependency,"
                        + " :impact, :pathToGreen, :problem, :expiresOn, :requestedAt, :client, :subject)")
                .bindMethods(asked.request())
                .bind("id", asked.id())
                .bind("requestedAt", asked.requestedAt().atOffset(ZoneOffset.UTC))
                .bind("client", asked.client())
                .bind("subject", asked.subject())
                .execute();
    }

    private static void insertMonth(Handle handle, Mitigation asked, YearMonth month) {
        handle.createUpdate("insert into mitigation_month (mitigation, kpi, month) values (:id, :kpi, :month)")
                .bind("id", asked.id())
                .bind("kpi", asked.request().kpi())
                .bind("month", month.atDay(1))
                .execute();
    }

    /** Adds a decision, after a look at what is decided for the same KPI while nobody else decides. */
    public Mitigation decide(UUID id, BiFunction<Mitigation, List<Mitigation>, Decision> decision) {
        return db.write(handle -> {
            Mitigation asked = find(handle, id).orElseThrow();
            lock(handle, asked.request().kpi());
            List<Mitigation> all = of(handle, List.of(asked.request().kpi()));
            Mitigation now =
                    all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
            List<Mitigation> others =
                    all.stream().filter(one -> !one.id().equals(id)).toList();
            append(handle, now, decision.apply(now, others));
            return find(handle, id).orElseThrow();
        });
    }

    private static void lock(Handle handle, String kpi) {
        handle.createQuery("select code from kpi where code = :kpi for update")
                .bind("kpi", kpi)
                .mapTo(String.class)
                .one();
    }

    private static void append(Handle handle, Mitigation mitigation, Decision decision) {
        handle.createUpdate("insert into mitigation_decision (mitigation, number, outcome, reason, decided_at, client,"
                        + " subject) values (:id, :number, :outcome, :reason, :at, :client, :subject)")
                .bind("id", mitigation.id())
                .bind("number", mitigation.decisions().size() + 1)
                .bind("outcome", decision.outcome().name())
                .bind("reason", decision.reason())
                .bind("at", decision.at().atOffset(ZoneOffset.UTC))
                .bind("client", decision.client())
                .bind("subject", decision.subject())
                .execute();
    }

    private static Optional<Mitigation> find(Handle handle, UUID id) {
        return handle.createQuery("select kpi from mitigation where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .flatMap(kpi -> of(handle, List.of(kpi)).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst());
    }

    private static List<Mitigation> of(Handle handle, Collection<String> kpis) {
        Map<UUID, List<Decision>> decisions = decisions(handle, kpis);
        return handle.createQuery(
                        "select m.*, array(select cast(month as text) from mitigation_month where mitigation = m.id"
                                + " order by month) as months from mitigation m where m.kpi = any(:kpis)"
                                + " order by m.requested_at, m.id")
                .bindArray("kpis", String.class, kpis)
                .map((row, context) -> mitigation(row, decisions))
                .list();
    }

    private static Map<UUID, List<Decision>> decisions(Handle handle, Collection<String> kpis) {
        record Of(UUID id, Decision decision) {}
        return handle
                .createQuery("select d.* from mitigation_decision d join mitigation m on m.id = d.mitigation"
                        + " where m.kpi = any(:kpis) order by d.mitigation, d.number")
                .bindArray("kpis", String.class, kpis)
                .map((row, context) -> new Of(row.getObject("mitigation", UUID.class), decision(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::id, Collectors.mapping(Of::decision, Collectors.toList())));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("client"),
                row.getString("subject"));
    }

    private static Mitigation mitigation(ResultSet row, Map<UUID, List<Decision>> decisions) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Mitigation(
                id,
                request(row),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("client"),
                row.getString("subject"),
                decisions.getOrDefault(id, List.of()));
    }

    private static Request request(ResultSet row) throws SQLException {
        String[] firstDays = (String[]) row.getArray("months").getArray();
        return new Request(
                row.getString("kpi"),
                Arrays.stream(firstDays)
                        .map(day -> YearMonth.from(LocalDate.parse(day)))
                        .toList(),
                row.getString("reason"),
                row.getString("dependency"),
                row.getString("impact"),
                row.getString("path_to_green"),
                row.getString("problem"),
                row.getObject("expires_on", LocalDate.class));
    }
}
