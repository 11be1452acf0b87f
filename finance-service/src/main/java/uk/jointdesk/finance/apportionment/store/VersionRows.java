package uk.jointdesk.finance.apportionment.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.apportionment.domain.ReadingRule;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.domain.SchemeVersion;
import uk.jointdesk.finance.apportionment.domain.Standing;
import uk.jointdesk.finance.apportionment.domain.WeightSource;
import uk.jointdesk.finance.driver.domain.Months;
import uk.jointdesk.finance.money.domain.Fraction;

/** The rows of all versions, read in three queries and put together by scheme and number. */
record VersionRows(List<Head> heads, List<Value> mixes, List<Value> weights) {

    private record Head(
            String scheme,
            int number,
            LocalDate validFrom,
            Method method,
            String source,
            boolean assumption,
            WeightSource weights,
            Standing standing) {}

    private record Value(String scheme, int number, String driver, String partner, Fraction value) {}

    static VersionRows read(Handle h) {
        return new VersionRows(
                h.createQuery("select v.*, d.outcome, d.reason, d.decided_at, d.decided_by from scheme_version v"
                                + " left join scheme_decision d using (scheme, number) order by scheme, number")
                        .map(VersionRows::head)
                        .list(),
                h.createQuery("select scheme, number, driver, '' as partner, weight as value, 1 as divisor"
                                + " from scheme_driver")
                        .map(VersionRows::value)
                        .list(),
                h.createQuery("select scheme, number, driver, partner, value, divisor from scheme_weight")
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
                row.getBoolean("assumption"),
                weightSource(row),
                standing(row));
    }

    private static WeightSource weightSource(ResultSet row) throws SQLException {
        String rule = row.getString("reading_rule");
        BigDecimal tolerance = row.getBigDecimal("tolerance_points");
        return new WeightSource(
                row.getString("driver"),
                rule == null ? null : ReadingRule.valueOf(rule),
                rule == null ? null : months(row, "reading_from", "reading_to"),
                tolerance == null ? null : Fraction.of(tolerance),
                row.getObject("review_on", LocalDate.class),
                row.getObject("follows", Integer.class));
    }

    static Months months(ResultSet row, String from, String to) throws SQLException {
        return new Months(
                YearMonth.from(row.getObject(from, LocalDate.class)),
                YearMonth.from(row.getObject(to, LocalDate.class)));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        Standing.Decision decision = outcome == null
                ? null
                : new Standing.Decision(
                        Standing.Outcome.valueOf(outcome),
                        row.getString("reason"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("decided_by"));
        return new Standing(
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                decision);
    }

    private static Value value(ResultSet row, StatementContext context) throws SQLException {
        return new Value(
                row.getString("scheme"),
                row.getInt("number"),
                row.getString("driver"),
                row.getString("partner"),
                Fraction.of(row.getBigDecimal("value")).dividedBy(Fraction.of(row.getLong("divisor"), 1)));
    }

    SchemeRecord of(String code, String title) {
        List<SchemeRecord.Version> versions = heads.stream()
                .filter(head -> head.scheme.equals(code))
                .map(head -> new SchemeRecord.Version(
                        new SchemeVersion(head.number, head.validFrom, formula(head)),
                        head.source,
                        head.assumption,
                        head.weights,
                        head.standing))
                .toList();
        return new SchemeRecord(code, title, versions);
    }

    private Formula formula(Head head) {
        SortedMap<String, Fraction> mix = new TreeMap<>();
        mixes.stream().filter(value -> isOf(value, head)).forEach(value -> mix.put(value.driver, value.value));
        SortedMap<String, SortedMap<String, Fraction>> byDriver = new TreeMap<>();
        weights.stream().filter(value -> isOf(value, head)).forEach(value -> byDriver.computeIfAbsent(
                        value.driver, any -> new TreeMap<>())
                .put(value.partner, value.value));
        return mix.isEmpty()
                ? Formula.of(head.method, byDriver.getOrDefault("", new TreeMap<>()))
                : new Formula(head.method, mix, byDriver);
    }

    private static boolean isOf(Value value, Head head) {
        return value.number == head.number && value.scheme.equals(head.scheme);
    }
}
