package uk.jointdesk.incident.notification.domain;

/** How far one announcement has come to one subscriber. */
public enum DeliveryState {
    /** To be told, now or at its next time. */
    PENDING,
    DELIVERED,
    /** Given up; it stays listed and can be replayed. */
    DEAD
}
