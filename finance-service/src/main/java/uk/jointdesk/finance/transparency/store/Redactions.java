package uk.jointdesk.finance.transparency.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.finance.transparency.domain.Redaction;
import uk.jointdesk.kit.db.ScopedDb;

/** Payments that are published without their beneficiary and purpose; a redaction is never taken back. */
@ApplicationScoped
public class Redactions {
    private final ScopedDb db;
    private final Clock clock;

    public Redactions(ScopedDb db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A payment and why it is redacted. */
    public record Redacted(UUID journal, Redaction reason) {}

    /** False when the payment is redacted already. */
    public boolean add(Redacted redacted, String by) {
        return db.write(h -> h.createUpdate("insert into payment_redaction (journal, reason, recorded_at, recorded_by)"
                                + " values (:journal, :reason, :now, :by) on conflict do nothing")
                        .bind("journal", redacted.journal())
                        .bind("reason", redacted.reason().name())
                        .bind("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .bind("by", by)
                        .execute()
                == 1);
    }

    /** In order of the journals' ids, after one of them or, with null, from the first. */
    public List<Redacted> page(UUID after, int most) {
        return db.read(h -> h.createQuery("select journal, reason from payment_redaction"
                        + " where :after::uuid is null or journal > :after::uuid order by journal limit :most")
                .bind("after", after)
                .bind("most", most)
                .map((row, context) ->
                        new Redacted(row.getObject("journal", UUID.class), Redaction.valueOf(row.getString("reason"))))
                .list());
    }
}
