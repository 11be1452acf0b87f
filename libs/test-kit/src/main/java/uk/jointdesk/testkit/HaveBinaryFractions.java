package uk.jointdesk.testkit;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A method or constructor that takes or gives a float or a double. */
final class HaveBinaryFractions extends ArchCondition<JavaCodeUnit> {

    private HaveBinaryFractions() {
        super("have a float or double in their signature");
    }

    static HaveBinaryFractions inTheirSignature() {
        return new HaveBinaryFractions();
    }

    @Override
    public void check(JavaCodeUnit unit, ConditionEvents events) {
        boolean mentions = Walls.mentionsABinaryFraction(unit);
        events.add(new SimpleConditionEvent(unit, mentions, unit.getFullName() + " mentions a float or double"));
    }
}
