package uk.jointdesk.finance.apportionment.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.domain.SchemeVersion;
import uk.jointdesk.finance.money.domain.Fraction;

/** The rows of all versions, read in three queries and put together by scheme and number. */
record VersionRows(List<Head> heads, List<Value> mixes, List<Value> weights) {

    private record Head(
            String scheme, int number, LocalDate validFrom, Method method, String source, boolean assumption) {}

    private record Value(String scheme, int number, String driver, String partner, BigDecimal value) {}

    static VersionRows read(Handle h) {
        return new VersionRows(
                h.createQuery("select scheme, number, valid_from, method, source, assumption from scheme_version"
                                + " order by scheme, number")
                        .map(VersionRows::head)
                        .list(),
                h.createQuery("select scheme, number, driver, '' as partner, weight as value from scheme_driver")
                        .map(VersionRows::value)
                        .list(),
                h.createQuery("select scheme, number, driver, partner, value from scheme_weight")
                        .map(VersionRows::value)
                        .list());
    }

    private static Head head(ResultSet row, StatementContext context) throws SQLException {
        return new Head(
                row.getString("scheme"),
                row.getInt("number"),
                row.getObject("valid_from", LocalDate.class),
                Method.valueOf(row.getString("method")),
                row.getString("source"),
                row.getBoolean("assumption"));
    }

    private static Value value(ResultSet row, StatementContext context) throws SQLException {
        return new Value(
                row.getString("scheme"),
                row.getInt("number"),
                row.getString("driver"),
                row.getString("partner"),
                row.getBigDecimal("value"));
    }

    SchemeRecord of(String code, String title) {
        List<SchemeRecord.Version> versions = heads.stream()
                .filter(head -> head.scheme.equals(code))
                .map(head -> new SchemeRecord.Version(
                        new SchemeVersion(head.number, head.validFrom, formula(head)), head.source, head.assumption))
                .toList();
        return new SchemeRecord(code, title, versions);
    }

    private Formula formula(Head head) {
        SortedMap<String, Fraction> mix = new TreeMap<>();
        mixes.stream()
                .filter(value -> isOf(value, head))
                .forEach(value -> mix.put(value.driver, Fraction.of(value.value)));
        SortedMap<String, SortedMap<String, Fraction>> byDriver = new TreeMap<>();
        weights.stream().filter(value -> isOf(value, head)).forEach(value -> byDriver.computeIfAbsent(
                        value.driver, any -> new TreeMap<>())
                .put(value.partner, Fraction.of(value.value)));
        return mix.isEmpty()
                ? Formula.of(head.method, byDriver.getOrDefault("", new TreeMap<>()))
                : new Formula(head.method, mix, byDriver);
    }

    private static boolean isOf(Value value, Head head) {
        return value.number == head.number && value.scheme.equals(head.scheme);
    }
}
