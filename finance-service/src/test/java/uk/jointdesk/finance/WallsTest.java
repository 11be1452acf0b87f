package uk.jointdesk.finance;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.jointdesk.testkit.Walls;

class WallsTest {
    private static final JavaClasses CLASSES = Walls.of("uk.jointdesk.finance");

    static Stream<ArchRule> walls() {
        return Stream.concat(Walls.ofAService().stream(), Walls.exactArithmetic().stream());
    }

    @ParameterizedTest
    @MethodSource("walls")
    void finance_keeps_the_walls_and_has_no_binary_fractions(ArchRule wall) {
        wall.check(CLASSES);
    }
}
