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

        private static final String ENTER = """
                with outside as materialized (select coalesce(current_setting('jointdesk.scope', true), '') as scope)
                select outside.scope from outside
                  cross join lateral (select set_config('jointdesk.scope', :scope || left(outside.scope, 0), true)) entered
                """;

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
            return inScope(
                    handle -> {
                        handle.execute("set transaction read only");
                        return work.apply(handle);
                    },
                    work);
        }

        public <T> T write(Function<Handle, T> work) {
            return inScope(
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

        private <T> T inScope(Function<Handle, T> outermost, Function<Handle, T> nested) {
            return jdbi.withHandle(handle -> handle.isInTransaction()
                    ? join(handle, nested)
                    : handle.inTransaction(transaction -> {
                        enter(transaction, scope.setting());
                        return outermost.apply(transaction);
                    }));
        }

        private <T> T join(Handle handle, Function<Handle, T> work) {
            String outer = enter(handle, scope.setting());
            T result = work.apply(handle);
            enter(handle, outer);
            return result;
        }

        /** Enters a scope for the rest of the transaction and gives the one that was left. */
        private static String enter(Handle handle, String setting) {
            return handle.createQuery(ENTER)
                    .bind("scope", setting)
                    .mapTo(String.class)
                    .one();
        }
    }
}
