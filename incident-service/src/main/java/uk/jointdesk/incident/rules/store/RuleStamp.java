package uk.jointdesk.incident.rules.store;

import org.jdbi.v3.core.Handle;

/** The row that every change of the rules and registers touches in the end. */
public final class RuleStamp {

    private RuleStamp() {}

    /** Lets one change of the rules go on at a time: what is checked after this still holds when it is written. */
    public static void hold(Handle handle) {
        handle.createQuery("select stamp from rule_stamp for update")
                .mapTo(Long.class)
                .one();
    }
}
