package uk.jointdesk.kpi.satisfaction.domain;

import java.util.Optional;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.level.domain.Level;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/** Why the answers may not speak for those who gave none. */
public enum Silence {
    /** Fewer of those asked answered than the level in force asks for. */
    LOW_RESPONSE,
    /** Nobody was asked in the period: what there is was given unasked, or for earlier surveys. */
    NOBODY_ASKED;

    /** The warning that goes with these figures; none where enough of those asked answered, or nobody said anything. */
    public static Optional<Silence> of(Satisfaction satisfaction, Optional<Level> level) {
        var invitations = satisfaction.invitations();
        boolean anything = satisfaction.ratings().count()
                        + satisfaction.recommendations().count()
                        + satisfaction.answers().count()
                > 0;
        if (invitations.sent() == 0) {
            return anything ? Optional.of(NOBODY_ASKED) : Optional.empty();
        }
        Optional<Fraction> rate = Optional.of(Fraction.of(invitations.answered(), invitations.sent()));
        return level.filter(agreed -> agreed.judge(rate) != Rag.GREEN).map(low -> LOW_RESPONSE);
    }
}
