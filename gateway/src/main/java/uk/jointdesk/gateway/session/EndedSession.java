package uk.jointdesk.gateway.session;

import java.time.Instant;

/**
 * A session that is over before its tokens are.
 *
 * @param toldBy the id of who said so, to know it when it is said twice
 * @param session the session's id at the identity provider; null if all of the subject's have ended
 * @param subject whose it was; empty if only the session is known
 * @param at sessions of the subject that began later go on
 */
public record EndedSession(String toldBy, String session, String subject, Instant at) {}
