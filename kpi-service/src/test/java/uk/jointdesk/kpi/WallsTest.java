package uk.jointdesk.kpi;

import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Walls;

class WallsTest {

    @Test
    void the_walls_of_the_house_stand() {
        var classes = Walls.of("uk.jointdesk.kpi");
        Walls.ofAService().forEach(wall -> wall.check(classes));
    }
}
