package uk.jointdesk.kpi.feed.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kpi.feed.domain.Basis;
import uk.jointdesk.kpi.feed.domain.bulk.Bases;
import uk.jointdesk.servicelevel.agreement.Metric;

/** What judgements rest on: a row of its own, that the tickets of a month share. Written while facts are held. */
final class BasisStore {

    private static final String READ = """
            select number, month, target_minutes, agreement, agreement_version, calendar, calendar_version
              from basis where metric = :metric and month = any(:months)
            """;

    /** A basis, and the month in which it is counted by. */
    record Dated(LocalDate month, Basis basis) {}

    private record Row(Metric metric, int number, Dated dated) {
        Basis basis() {
            return dated.basis;
        }
    }

    private static final Columns<Row> NEW = new Columns<Row>()
            .text("metric", row -> row.metric.name())
            .typed("month", "date", row -> row.dated.month)
            .typed("target_minutes", "bigint", row -> row.basis().targetMinutes())
            .text("agreement", row -> row.basis().agreement())
            .typed("agreement_version", "integer", row -> row.basis().agreementVersion())
            .text("calendar", row -> row.basis().calendar())
            .text("calendar_version", row -> row.basis().calendarVersion());

    private BasisStore() {}

    /** @param month its first day */
    static Bases of(Handle handle, Metric metric, LocalDate month) {
        return new Bases(
                read(handle, metric, Set.of(month)).stream().collect(Collectors.toMap(Row::number, Row::basis)));
    }

    /** The numbers of these; what has none is given one. */
    static Map<Dated, Integer> numbers(Handle handle, Metric metric, Set<Dated> wanted) {
        Set<LocalDate> months = wanted.stream().map(Dated::month).collect(Collectors.toSet());
        Map<Dated, Integer> numbers = new HashMap<>();
        read(handle, metric, months).forEach(row -> numbers.put(row.dated, row.number));
        Set<Dated> missing = new HashSet<>(wanted);
        missing.removeAll(numbers.keySet());
        if (!missing.isEmpty()) {
            NEW.insert(
                    handle,
                    "basis",
                    "",
                    missing.stream().map(dated -> new Row(metric, 0, dated)).toList());
            read(handle, metric, months).forEach(row -> numbers.put(row.dated, row.number));
        }
        return numbers;
    }

    /** Has numbers stand for something else: every judgement that rests on them with them. */
    static void restate(Handle handle, Bases before, Bases after) {
        after.byNumber().forEach((number, basis) -> {
            if (!basis.equals(before.of(number))) {
                handle.createUpdate("update basis set target_minutes = :target, agreement = :agreement,"
                                + " agreement_version = :agreementVersion, calendar = :calendar,"
                                + " calendar_version = :calendarVersion where number = :number")
                        .bind("target", basis.targetMinutes())
                        .bind("agreement", basis.agreement())
                        .bind("agreementVersion", basis.agreementVersion())
                        .bind("calendar", basis.calendar())
                        .bind("calendarVersion", basis.calendarVersion())
                        .bind("number", number)
                        .execute();
            }
        });
    }

    private static Collection<Row> read(Handle handle, Metric metric, Set<LocalDate> months) {
        return handle.createQuery(READ)
                .bind("metric", metric.name())
                .bindArray("months", LocalDate.class, months)
                .map((row, context) -> new Row(
                        metric,
                        row.getInt("number"),
                        new Dated(
                                row.getObject("month", LocalDate.class),
                                new Basis(
                                        row.getObject("target_minutes", Long.class),
                                        row.getString("agreement"),
                                        row.getObject("agreement_version", Integer.class),
                                        row.getString("calendar"),
                                        row.getString("calendar_version")))))
                .list();
    }
}
