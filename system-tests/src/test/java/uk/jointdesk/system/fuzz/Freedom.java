package uk.jointdesk.system.fuzz;

import java.util.List;
import java.util.Set;
import uk.jointdesk.system.operation.Operation;
import uk.jointdesk.system.operation.Registers;
import uk.jointdesk.system.operation.Thing;

/** How much may come of a request that turns out to be a good one: other tests read the same suite. */
enum Freedom {
    /** It reads, or reckons, or writes what is this test's own. */
    FREE,
    /** It names a version that is never the current one. */
    STALE,
    /** It is about something that does not exist. */
    NOWHERE,
    /** Only what must be refused is sent, and texts that refer to nothing. */
    GUARDED;

    private static final Set<String> RECKON = Set.of(
            "/api/v1/apportionments/preview",
            "/api/v1/apportionments/what-if",
            "/api/v1/performance/what-if",
            "/api/v1/performance/headlines/check",
            "/api/v1/priority-assessments");

    private static final Set<String> COLLECTIONS =
            Set.of("/api/v1/tickets", "/api/v1/problems", "/api/v1/major-incidents", "/api/v1/knowledge");

    /** Made for this test, and nobody hears of what becomes of them. */
    private static final List<Thing> OWN = List.of(Thing.TICKET, Thing.PROBLEM, Thing.MAJOR_INCIDENT, Thing.ARTICLE);

    /** Even a text that refers to nothing could move much: every open ticket, every name, every target. */
    private static final Set<String> FAR_REACHING = Set.of(
            "/api/v1/tickets/bulk-closures",
            "/api/v1/erasures",
            "/api/v1/agreements",
            "/api/v1/agreements/{code}/versions");

    static Freedom of(Subject.Described described) {
        Operation called = described.operation();
        boolean harmless = RECKON.contains(called.path()) || COLLECTIONS.contains(called.path()) || isOwn(called);
        if (called.reads() || harmless) {
            return FREE;
        }
        boolean register = Registers.isShared(called);
        if (described.takes("header", "If-Match")
                && (register || Thing.namedBy(called).isPresent())) {
            return STALE;
        }
        return called.namesSomething() && !(register && described.takesBody()) ? NOWHERE : GUARDED;
    }

    /** Whether what the path names is there for this test alone. */
    static boolean isOwn(Operation operation) {
        return Thing.namedBy(operation).filter(OWN::contains).isPresent();
    }

    static boolean isFarReaching(Operation operation) {
        return FAR_REACHING.contains(operation.path());
    }
}
