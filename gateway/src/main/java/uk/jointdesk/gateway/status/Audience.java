package uk.jointdesk.gateway.status;

import java.util.Optional;
import uk.jointdesk.gateway.identity.Caller;
import uk.jointdesk.gateway.identity.Door;

/** Who reads how the suite does; each is told what the one before is told, and more. */
enum Audience {
    EVERYBODY,
    SIGNED_IN,
    OPERATORS;

    static Audience of(Optional<Caller> reader) {
        return reader.map(known -> Door.isOperator(known) ? OPERATORS : SIGNED_IN)
                .orElse(EVERYBODY);
    }
}
