package uk.jointdesk.incident.bulkclosure.domain;

/** Why a bulk closure, or its undoing, leaves a ticket as it is. */
public enum Cause {
    /** Unknown, or not the caller's: which of the two is not told. */
    NOT_FOUND,
    /** Closed, cancelled or merged: there is nothing left to close. */
    ALREADY_OVER,
    /** No desk has said that it was logged: it is in no figure, and closing it would put it in none. */
    NOT_LOGGED,
    /** Somebody has touched it since: what was authorised was another state of it. */
    CHANGED
}
