package uk.jointdesk.servicelevel.life;

import java.time.Instant;
import uk.jointdesk.servicelevel.event.Attributes;

/**
 * The service has answered for the first time: the earliest RESPONDED event or, if it resolved the ticket without a word
 * before, the resolution. Nothing that happens later moves it, neither a second answer nor a reopening; only a CORRECTED
 * event that takes the answer back does.
 *
 * <p>What is an answer is for the desk to say. Of a note written here it is the first public one by an agent: not an
 * automatic acknowledgement, not an internal note, and not that an agent logged the ticket on a user's behalf
 * (docs/decisions/0060-what-counts-as-a-response.md).
 *
 * @param at when; not before the ticket was logged
 * @param attributes what was known of the ticket then; its partner is the one that was answered
 */
public record FirstResponse(Instant at, Attributes attributes) {}
