package uk.jointdesk.kit.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * The only way to the database: a transaction that carries a partner scope. Row-level security reads the scope from a
 * transaction-local setting, so a connection that goes back to the pool carries nothing over, and work outside such a
 * transaction sees no rows at all.
 */
@ApplicationScoped
public class ScopedDb {

    private final Jdbi jdbi;
    private final Caller caller;
    private final Instance<BeforeCommit> lastWords;

    public ScopedDb(DataSource dataSource, Caller caller, Instance<BeforeCommit> lastWords) {
        this.jdbi = Jdbi.create(dataSource);
        // A filter that was not asked for leaves its binding unused.
        this.jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        this.jdbi.registerArrayType(String.class, "text");
        this.jdbi.registerArrayType(Long.class, "int8");
        this.jdbi.registerArrayType(LocalDate.class, "date");
        this.caller = caller;
        this.lastWords = lastWords;
    }

    /** Reads in the caller's scope. */
    public <T> T read(Function<Handle, T> work) {
        return mine().read(work);
    }

    /** Writes in the caller's scope; all of it or nothing. */
    public <T> T write(Function<Handle, T> work) {
        return mine().write(work);
    }

    /** Writes in the caller's scope without an answer. */
    public void run(Consumer<Handle> work) {
        mine().run(work);
    }

    /** The database as somebody with this scope sees it, for work that has no caller. */
    public Scoped as(PartnerScope scope) {
        return new Scoped(jdbi, scope, handle -> {});
    }

    private Scoped mine() {
        return new Scoped(jdbi, caller.scope(), handle -> lastWords.forEach(last -> last.beforeCommit(handle)));
    }

    /** Transactions in one scope. Calls may nest: the inner one joins the outer transaction under its own scope. */
    public static final class Scoped {

        private static final String ENTER = "select set_config('jointdesk.scope', :scope, true)";
        private static final String ENTER_READING = ENTER + ", set_config('transaction_read_only', 'on', true)";

        private final Jdbi jdbi;
        private final PartnerScope scope;
        private final Consumer<Handle> lastWord;

        private Scoped(Jdbi jdbi, PartnerScope scope, Consumer<Handle> lastWord) {
            this.jdbi = jdbi;
            this.scope = scope;
            this.lastWord = lastWord;
        }

        /** Reads; a write inside is refused by PostgreSQL, unless an outer transaction writes. */
        public <T> T read(Function<Handle, T> work) {
            return inScope(ENTER_READING, work, work);
        }

        public <T> T write(Function<Handle, T> work) {
            return inScope(
                    ENTER,
                    handle -> {
                        T result = work.apply(handle);
                        lastWord.accept(handle);
                        return result;
                    },
                    work);
        }

        public void run(Consumer<Handle> work) {
            write(handle -> {
                work.accept(handle);
                return null;
            });
        }

        private <T> T inScope(String entry, Function<Handle, T> outermost, Function<Handle, T> nested) {
            return jdbi.withHandle(handle -> handle.isInTransaction()
                    ? join(handle, nested)
                    : handle.inTransaction(transaction -> {
                        enter(transaction, entry, scope.setting());
                        return outermost.apply(transaction);
                    }));
        }

        private <T> T join(Handle handle, Function<Handle, T> work) {
            String outer = handle.getConfig(EnteredScope.class).setting();
            if (scope.setting().equals(outer)) {
                return work.apply(handle);
            }
            enter(handle, ENTER, scope.setting());
            T result = work.apply(handle);
            enter(handle, ENTER, outer);
            return result;
        }

        private static void enter(Handle handle, String entry, String setting) {
            handle.createQuery(entry).bind("scope", setting).mapTo(String.class).one();
            handle.getConfig(EnteredScope.class).set(setting);
        }
    }
}
