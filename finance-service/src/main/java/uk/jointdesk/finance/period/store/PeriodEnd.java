package uk.jointdesk.finance.period.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.finance.chain.ChainSealer;
import uk.jointdesk.finance.chain.store.ChainSeals;
import uk.jointdesk.finance.period.domain.PeriodClose;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * Closes periods. Everybody who posts to the period has committed by the time the close holds its lock, and who comes
 * later finds it closed.
 */
@ApplicationScoped
public class PeriodEnd {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(20);
    private static final String UNSEALED = "select exists (select from journal j where j.financial_year = :year"
            + " and j.period = :period and not exists (select from journal_seal s where s.journal = j.id))";

    private final ScopedDb.Scoped db;
    private final ChainSealer sealer;
    private final ChainSeals seals;
    private final Periods periods;
    private final PeriodCloses closes;

    public PeriodEnd(ScopedDb db, ChainSealer sealer, ChainSeals seals, Periods periods, PeriodCloses closes) {
        this.db = db.as(PartnerScope.ALL);
        this.sealer = sealer;
        this.seals = seals;
        this.periods = periods;
        this.closes = closes;
    }

    public PeriodClose close(Period period, String by) {
        return db.write(h -> {
            lock(h, period);
            checkTurn(period);
            awaitSeals(h, period);
            PeriodCloses.freeze(h, period, seals.head(), by);
            return closes.of(period.year()).stream()
                    .filter(close -> close.period().equals(period))
                    .findFirst()
                    .orElseThrow();
        });
    }

    /** Sealing what has gathered needs no lock, so it is done before anybody has to wait for the close. */
    public void prepare() {
        sealer.sealAll();
    }

    private static void lock(Handle h, Period period) {
        h.createQuery("select 1 from (select pg_advisory_xact_lock(period_lock(:year, :period))) locked")
                .bind("year", period.year().code())
                .bind("period", period.number())
                .mapTo(Integer.class)
                .one();
    }

    private void checkTurn(Period period) {
        Period next = periods.firstOpen(period.year()).orElse(null);
        if (next == null || next.number() > period.number()) {
            throw Refusal.conflict("period-closed", "The period was closed before.");
        }
        if (next.number() < period.number()) {
            throw Refusal.conflict("earlier-period-open", "P" + next.number() + " is open: periods close in order.");
        }
    }

    /** A transaction of another period that began earlier holds the chain back, for the moment that it lasts. */
    private void awaitSeals(Handle h, Period period) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            sealer.sealAll();
            if (!isUnsealed(h, period)) {
                return;
            }
            if (System.nanoTime() > until) {
                throw Refusal.conflict("ledger-busy", "A long transaction holds the chain back; close again later.");
            }
            pause();
        }
    }

    private static boolean isUnsealed(Handle h, Period period) {
        return h.createQuery(UNSEALED)
                .bind("year", period.year().code())
                .bind("period", period.number())
                .mapTo(Boolean.class)
                .one();
    }

    private static void pause() {
        try {
            Thread.sleep(STEP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the chain was awaited", e);
        }
    }
}
