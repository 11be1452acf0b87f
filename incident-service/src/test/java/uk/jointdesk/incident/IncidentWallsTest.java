package uk.jointdesk.incident;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Walls;

class IncidentWallsTest {

    @Test
    void this_service_keeps_the_walls_of_the_house() {
        JavaClasses classes = Walls.of("uk.jointdesk.incident");
        Walls.ofAService().forEach(rule -> rule.check(classes));
    }
}
