package uk.jointdesk.incident.live;

/**
 * An event of the stream as it goes over the wire.
 *
 * @param id the sealed place to go on from
 * @param event ready, ticket, reset, heartbeat or end
 * @param data JSON
 */
public record Told(String id, String event, String data) {}
