package uk.jointdesk.finance.access.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import uk.jointdesk.kit.db.ScopedDb;

/** Several stores in one transaction of the caller's: all of it or nothing. */
@ApplicationScoped
public class Transaction {
    private final ScopedDb db;

    public Transaction(ScopedDb db) {
        this.db = db;
    }

    public <T> T of(Supplier<T> work) {
        return db.write(handle -> work.get());
    }
}
