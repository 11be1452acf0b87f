package uk.jointdesk.gateway.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One line of the access log.
 *
 * @param traceId of the trace that a collector was told of; null if the request is not traced
 * @param client client of the realm; null before it is known who asks
 * @param scope partners the client speaks for
 * @param service the service behind the door, if there is one
 * @param operation method and path template; a path that no template describes is not repeated
 * @param status of the answer; 499 if the caller left before it
 * @param refusal code of the gateway's own refusal; null if it did not refuse
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Access(
        Instant at,
        String requestId,
        String traceId,
        String client,
        String scope,
        String service,
        String operation,
        int status,
        String refusal,
        long ms,
        long bytesIn,
        long bytesOut) {}
