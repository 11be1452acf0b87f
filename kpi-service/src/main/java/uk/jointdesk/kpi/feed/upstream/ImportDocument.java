package uk.jointdesk.kpi.feed.upstream;

/** An import job as far as this service cares. */
public record ImportDocument(String id, String source, String status) {

    boolean isCompleteFor(String wanted) {
        return wanted.equals(source) && "COMPLETED".equals(status);
    }
}
