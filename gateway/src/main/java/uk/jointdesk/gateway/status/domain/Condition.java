package uk.jointdesk.gateway.status.domain;

import java.time.Instant;

/**
 * How a part does.
 *
 * @param since when it was first seen like this without a break; null before the first look
 * @param figuresOf the moment up to which its figures know of every ticket; null where that is not known
 */
public record Condition(State state, Instant since, String detail, Instant figuresOf) {

    static final Condition UNSEEN = new Condition(State.UNKNOWN, null, "not looked at yet", null);

    Condition then(Finding finding, Instant now) {
        return new Condition(
                finding.state(),
                finding.state() == state ? since : now,
                finding.detail(),
                finding.behind() == null ? null : now.minus(finding.behind()));
    }
}
