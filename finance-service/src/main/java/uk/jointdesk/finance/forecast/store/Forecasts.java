package uk.jointdesk.finance.forecast.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.forecast.domain.Forecast;
import uk.jointdesk.finance.forecast.domain.ForecastMethod;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** All forecasts that were made; a later one never takes an earlier one's place. */
@ApplicationScoped
public class Forecasts {
    private static final String COLUMNS =
            "id, line, amount_pence, based_from, based_to, method, profile, reason, cause,"
                    + " driver, source, recorded_at, recorded_by";
    private final ScopedDb.Scoped db;

    public Forecasts(ScopedDb db) {
        this.db = db.as(PartnerScope.NONE);
    }

    /** In the order they were made; {@code line} null for all lines. */
    public List<Forecast> history(FinancialYear year, String line) {
        return db.read(h -> h.createQuery("select " + COLUMNS + " from forecast where financial_year = :year"
                        + " and (:line::text is null or line = :line) order by id")
                .bind("year", year.code())
                .bind("line", line)
                .map(Forecasts::forecast)
                .list());
    }

    /** The latest forecast of each line that was read from no later period. */
    public List<Forecast> latest(FinancialYear year, int period) {
        return db.read(h -> h.createQuery("select distinct on (line) " + COLUMNS + " from forecast"
                        + " where financial_year = :year and based_to <= :period order by line, based_to desc, id desc")
                .bind("year", year.code())
                .bind("period", period)
                .map(Forecasts::forecast)
                .list());
    }

    public void add(FinancialYear year, List<Forecast> forecasts) {
        db.run(h -> {
            var batch = h.prepareBatch(
                    "insert into forecast (financial_year, line, amount_pence, based_from, based_to,"
                            + " method, profile, reason, cause, driver, source, recorded_at, recorded_by) values (:year, :line,"
                            + " :pence, :basedFrom, :basedTo, :how, :profile, :reason, :cause, :driver, :source, :at, :madeBy)");
            forecasts.forEach(forecast -> batch.bind("year", year.code())
                    .bindMethods(forecast)
                    .bind("pence", forecast.amount().pence())
                    .bind("how", forecast.method().name())
                    .bind("at", forecast.madeAt().atOffset(ZoneOffset.UTC))
                    .add());
            batch.execute();
        });
    }

    private static Forecast forecast(ResultSet row, StatementContext context) throws SQLException {
        return new Forecast(
                row.getLong("id"),
                row.getString("line"),
                Money.ofPence(row.getLong("amount_pence")),
                row.getInt("based_from"),
                row.getInt("based_to"),
                ForecastMethod.valueOf(row.getString("method")),
                row.getString("profile"),
                row.getString("reason"),
                row.getString("cause"),
                row.getString("driver"),
                row.getString("source"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }
}
