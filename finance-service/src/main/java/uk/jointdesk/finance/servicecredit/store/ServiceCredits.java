package uk.jointdesk.finance.servicecredit.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.contribution.domain.PeriodCredit;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.servicecredit.domain.ServiceCredit;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * Service credits in the order they were taken over. They concern the whole service and everybody's contribution
 * follows from them, so they are read whole; what of the result a caller may see is decided where it is shown.
 */
@ApplicationScoped
public class ServiceCredits {
    private static final String CURRENT = "not exists (select from service_credit later where later.supersedes = c.id)";
    private final ScopedDb db;
    private final ScopedDb.Scoped everybody;

    public ServiceCredits(ScopedDb db) {
        this.db = db;
        this.everybody = db.as(PartnerScope.ALL);
    }

    /** A credit with its place in the order of entry. */
    public record Entered(ServiceCredit credit, long entered) {}

    /** Those of a year ({@code null} for all) after a place in the order of entry, superseded ones among them. */
    public List<Entered> page(FinancialYear year, long after, int most) {
        return db.read(h -> h.createQuery("select * from service_credit c where c.entered > :after"
                        + " and (:year::text is null or c.financial_year = :year) order by c.entered limit :most")
                .bind("after", after)
                .bind("year", year == null ? null : year.code())
                .bind("most", most)
                .map((row, context) -> new Entered(credit(row, context), row.getLong("entered")))
                .list());
    }

    public Optional<ServiceCredit> find(UUID id) {
        return db.read(h -> h.createQuery("select * from service_credit c where c.id = :id")
                .bind("id", id)
                .map(ServiceCredits::credit)
                .findOne());
    }

    /** The one that nothing has superseded. */
    public Optional<ServiceCredit> current(Period period, String family) {
        return db.read(h -> h.createQuery("select * from service_credit c where c.financial_year = :year"
                        + " and c.period = :period and c.family = :family and " + CURRENT)
                .bind("year", period.year().code())
                .bind("period", period.number())
                .bind("family", family)
                .map(ServiceCredits::credit)
                .findOne());
    }

    /** What counts of a year up to and with a period. */
    public List<PeriodCredit> counted(FinancialYear year, int upTo) {
        return everybody.read(h -> h.createQuery("select c.budget_line, c.period, c.applied_pence from service_credit c"
                        + " where c.financial_year = :year and c.period <= :upTo and c.applied_pence > 0 and " + CURRENT
                        + " order by c.budget_line, c.period, c.family")
                .bind("year", year.code())
                .bind("upTo", upTo)
                .map((row, context) -> new PeriodCredit(
                        row.getString("budget_line"),
                        new Period(year, row.getInt("period")),
                        Money.ofPence(row.getLong("applied_pence"))))
                .list());
    }

    /** False when somebody recorded or restated the same month meanwhile. */
    public boolean add(ServiceCredit credit) {
        return db.write(
                h -> h.createUpdate("insert into service_credit (id, financial_year, period, family, budget_line,"
                                        + " monthly_charge_pence, raw_points, raw_pence, points, mitigated_pence, applied_pence,"
                                        + " suspended, evidence, evidence_digest, supersedes, cause, recorded_at, recorded_by)"
                                        + " values (:id, :year, :period, :family, :line, :charge, :rawPoints, :raw, :points,"
                                        + " :mitigated, :applied, :suspended, :answer, :digest, :supersedes::uuid, :cause, :at, :by)"
                                        + " on conflict do nothing")
                                .bind("id", credit.id())
                                .bind("year", credit.period().year().code())
                                .bind("period", credit.period().number())
                                .bind("family", credit.family())
                                .bind("line", credit.line())
                                .bind("charge", credit.monthlyCharge().pence())
                                .bind("rawPoints", credit.measured().rawPoints())
                                .bind("raw", credit.measured().raw().pence())
                                .bind("points", credit.measured().points())
                                .bind("mitigated", credit.measured().mitigated().pence())
                                .bind("applied", credit.measured().applied().pence())
                                .bind("suspended", credit.measured().suspended())
                                .bindMethods(credit.evidence())
                                .bind("supersedes", credit.supersedes())
                                .bind("cause", credit.cause())
                                .bind("at", credit.recordedAt().atOffset(ZoneOffset.UTC))
                                .bind("by", credit.recordedBy())
                                .execute()
                        == 1);
    }

    private static ServiceCredit credit(ResultSet row, StatementContext context) throws SQLException {
        FinancialYear year =
                FinancialYear.parse(row.getString("financial_year")).orElseThrow();
        return new ServiceCredit(
                row.getObject("id", UUID.class),
                new Period(year, row.getInt("period")),
                row.getString("family"),
                row.getString("budget_line"),
                Money.ofPence(row.getLong("monthly_charge_pence")),
                measured(row),
                new ServiceCredit.Evidence(row.getString("evidence"), row.getString("evidence_digest")),
                row.getObject("supersedes", UUID.class),
                row.getString("cause"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }

    private static ServiceCredit.Measured measured(ResultSet row) throws SQLException {
        return new ServiceCredit.Measured(
                row.getInt("raw_points"),
                Money.ofPence(row.getLong("raw_pence")),
                row.getInt("points"),
                Money.ofPence(row.getLong("mitigated_pence")),
                Money.ofPence(row.getLong("applied_pence")),
                row.getString("suspended"));
    }
}
