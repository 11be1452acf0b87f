package uk.jointdesk.kit.db;

import org.jdbi.v3.core.config.JdbiConfig;

/**
 * The scope that a handle's transaction stands in, so that work inside it under the same scope need not ask PostgreSQL.
 * A handle lives as long as one transaction of {@link ScopedDb}, and so does this.
 */
public final class EnteredScope implements JdbiConfig<EnteredScope> {

    private String setting = "";

    public EnteredScope() {}

    private EnteredScope(EnteredScope other) {
        this.setting = other.setting;
    }

    /** As PostgreSQL was told; empty, which shows no rows, before any scope was entered. */
    String setting() {
        return setting;
    }

    void set(String entered) {
        this.setting = entered;
    }

    @Override
    public EnteredScope createCopy() {
        return new EnteredScope(this);
    }
}
