package uk.jointdesk.finance.exit.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.bill.domain.Due;
import uk.jointdesk.finance.exit.domain.ExitItem;
import uk.jointdesk.finance.exit.domain.ExitStatement;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.kit.db.ScopedDb;

/** Exit statements and what of them is final, in the caller's scope. */
@ApplicationScoped
public class ExitStatements {
    private final ScopedDb db;

    public ExitStatements(ScopedDb db) {
        this.db = db;
    }

    /** A statement word for word, with its SHA-256. */
    public record Final(String document, String digest, Instant at, String by) {}

    public void add(ExitStatement statement) {
        db.run(h -> {
            h.createUpdate("insert into exit_statement (id, partner, noticed_on, leaving_on, notice_months, source,"
                            + " assumption, recorded_at, recorded_by) values (:id, :partner, :noticed, :leaving, :months,"
                            + " :source, :assumption, :at, :by)")
                    .bind("id", statement.id())
                    .bind("partner", statement.partner())
                    .bind("noticed", statement.noticedOn())
                    .bind("leaving", statement.leavingOn())
                    .bind("months", statement.noticeMonths())
                    .bind("source", statement.source())
                    .bind("assumption", statement.assumption())
                    .bind("at", statement.draftedAt().atOffset(ZoneOffset.UTC))
                    .bind("by", statement.draftedBy())
                    .execute();
            items(h, statement);
        });
    }

    private static void items(Handle h, ExitStatement statement) {
        PreparedBatch batch = h.prepareBatch("insert into exit_item (statement, item, partner, kind, code, title,"
                + " amount_pence, share_pence, ratio, source, assumption) values (:statement, :item, :partner, :kind, :code,"
                + " :title, :amount, :share, :ratio, :source, :assumption)");
        for (int i = 0; i < statement.items().size(); i++) {
            ExitItem item = statement.items().get(i);
            batch.bind("statement", statement.id())
                    .bind("item", i + 1)
                    .bind("partner", statement.partner())
                    .bind("kind", item.kind().name())
                    .bind("code", item.code())
                    .bind("title", item.title())
                    .bind("amount", item.amount().pence())
                    .bind("share", item.share().pence())
                    .bind("ratio", item.ratio())
                    .bind("source", item.source())
                    .bind("assumption", item.assumption())
                    .add();
        }
        batch.execute();
    }

    public Optional<ExitStatement> find(UUID id) {
        return all().stream().filter(statement -> statement.id().equals(id)).findFirst();
    }

    /** By partner and the day they were recorded; there are few. */
    public List<ExitStatement> all() {
        return db.read(h -> h.createQuery("select * from exit_statement order by partner, recorded_at, id")
                .map((row, context) -> statement(h, row))
                .list());
    }

    public Optional<Final> finalOf(UUID statement) {
        return db.read(h -> h.createQuery("select document, digest, recorded_at, recorded_by from exit_final"
                        + " where statement = :statement")
                .bind("statement", statement)
                .map((row, context) -> new Final(
                        row.getString("document"),
                        row.getString("digest"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by")))
                .findOne());
    }

    /** What is to be billed by a final statement. */
    public Optional<Due> settlement(UUID statement) {
        return finalOf(statement).flatMap(document -> find(statement)).map(ExitStatement::due);
    }

    /** False when it was final before. */
    public boolean finish(ExitStatement statement, Final document) {
        return db.write(h -> h.createUpdate("insert into exit_final (statement, partner, document, digest, recorded_at,"
                                + " recorded_by) values (:statement, :partner, :document, :digest, :at, :by)"
                                + " on conflict do nothing")
                        .bind("statement", statement.id())
                        .bind("partner", statement.partner())
                        .bind("document", document.document())
                        .bind("digest", document.digest())
                        .bind("at", document.at().atOffset(ZoneOffset.UTC))
                        .bind("by", document.by())
                        .execute()
                == 1);
    }

    private static ExitStatement statement(Handle h, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new ExitStatement(
                id,
                row.getString("partner"),
                row.getObject("noticed_on", LocalDate.class),
                row.getObject("leaving_on", LocalDate.class),
                row.getInt("notice_months"),
                row.getString("source"),
                row.getBoolean("assumption"),
                h.createQuery("select * from exit_item where statement = :id order by item")
                        .bind("id", id)
                        .map(ExitStatements::item)
                        .list(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }

    private static ExitItem item(ResultSet row, StatementContext context) throws SQLException {
        return new ExitItem(
                ExitItem.Kind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getString("title"),
                Money.ofPence(row.getLong("amount_pence")),
                Money.ofPence(row.getLong("share_pence")),
                row.getString("ratio"),
                row.getString("source"),
                row.getBoolean("assumption"));
    }
}
