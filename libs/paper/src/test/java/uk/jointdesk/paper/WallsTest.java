package uk.jointdesk.paper;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.jointdesk.testkit.Walls;

class WallsTest {
    private static final JavaClasses CLASSES = Walls.of("uk.jointdesk.paper");

    static Stream<ArchRule> walls() {
        return Stream.concat(Walls.ofAService().stream(), Walls.exactArithmetic().stream());
    }

    @ParameterizedTest
    @MethodSource("walls")
    void paper_keeps_the_walls_of_the_house(ArchRule wall) {
        wall.check(CLASSES);
    }

    @Test
    void paper_knows_nothing_of_what_it_prints() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("uk.jointdesk.kpi..", "uk.jointdesk.finance..", "uk.jointdesk.kit..")
                .check(CLASSES);
    }
}
