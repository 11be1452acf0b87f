package uk.jointdesk.kpi.feed.domain;

import java.time.Instant;

/**
 * How far the change feed has been read.
 *
 * @param position opaque place after the last event read, null before the first
 * @param asAt when the newest event read was recorded upstream, null before the first
 * @param readToEndAt when the feed last had nothing more, null if it never did
 * @param sourcesDoneAt when every required source was first seen to be imported, null until then
 * @param judgedBy digest of the rules by which every ticket stands judged, null before the first time
 */
public record Progress(String position, Instant asAt, Instant readToEndAt, Instant sourcesDoneAt, String judgedBy) {

    /** Whether everything the required sources brought has been read. */
    public boolean coversRequiredSources() {
        return sourcesDoneAt != null && readToEndAt != null && !readToEndAt.isBefore(sourcesDoneAt);
    }
}
