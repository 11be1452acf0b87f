package uk.jointdesk.incident.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * What a request is and what it has touched so far: the makings of its entry in the audit trail. Work that a request sets
 * going beside itself may still tell it things; nobody reads them then, and nobody is disturbed.
 */
@RequestScoped
public class AuditedRequest {

    /** One request that touches more than these is told by its path. */
    private static final int MOST = 50;

    /**
     * What the request line says.
     *
     * @param path the path template
     * @param reference the name in the path, or null
     */
    public record Line(String method, String path, String reference, String requestId, String address) {}

    private final Set<String> references = new ConcurrentSkipListSet<>();
    private final Set<String> partners = new ConcurrentSkipListSet<>();
    private Line line;
    private boolean recorded;
    private boolean internal;

    public void begin(Line begun) {
        line = begun;
    }

    /** Null outside a write. */
    public Line line() {
        return line;
    }

    /** It concerns this thing, which concerns these partners. */
    public void about(String reference, Collection<String> concerned) {
        if (references.size() < MOST) {
            references.add(reference);
        }
        concerned.stream().filter(Objects::nonNull).forEach(partners::add);
    }

    /** What was touched, if it was one thing. */
    public String touched() {
        return references.size() == 1 ? references.iterator().next() : null;
    }

    public Set<String> partners() {
        return partners;
    }

    public boolean isInternal() {
        return internal;
    }

    /** What it does is for the desk only: a council that could not read it is not told that it was done. */
    public void setInternal(boolean desksOnly) {
        internal = desksOnly;
    }

    public boolean isRecorded() {
        return recorded;
    }

    public void setRecorded() {
        recorded = true;
    }
}
