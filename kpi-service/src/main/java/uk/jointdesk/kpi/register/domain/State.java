package uk.jointdesk.kpi.register.domain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where an indicator stands in its life. */
public enum State {
    PLANNED,
    LIVE,
    /** Its retirement is agreed in principle; it is measured until the change notice is signed. */
    RETIRING,
    RETIRED,
    /** Others are measured in its place. */
    REPLACED;

    private static final Map<State, Set<State>> NEXT = Map.of(
            PLANNED, EnumSet.of(LIVE, RETIRED),
            LIVE, EnumSet.of(RETIRING, RETIRED, REPLACED),
            RETIRING, EnumSet.of(LIVE, RETIRED, REPLACED),
            RETIRED, EnumSet.noneOf(State.class),
            REPLACED, EnumSet.noneOf(State.class));

    public boolean isMeasured() {
        return this == LIVE || this == RETIRING;
    }

    public boolean mayBecome(State next) {
        return NEXT.get(this).contains(next);
    }
}
