package uk.jointdesk.servicelevel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Walls;

/** The heart of the suite can be read, tested and moved without anything but Java. */
class ServiceLevelWallsTest {

    private static final ArchRule NOTHING_BUT_JAVA = noClasses()
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "uk.jointdesk.servicelevel..")
            .as("service level depends on nothing but Java");

    private final JavaClasses production = Walls.of("uk.jointdesk.servicelevel");

    @Test
    void it_depends_on_nothing_but_java() {
        NOTHING_BUT_JAVA.check(production);
    }

    @Test
    void a_class_that_needs_more_than_java_is_noticed() {
        JavaClasses planted = new ClassFileImporter().importClasses(ServiceLevelWallsTest.class);

        assertThatThrownBy(() -> NOTHING_BUT_JAVA.check(planted)).isInstanceOf(AssertionError.class);
    }

    @Test
    void it_asks_no_wall_clock_uses_no_old_dates_and_names_no_helpers() {
        Walls.timeComesFromTheClock().check(production);
        Walls.noLegacyDates().check(production);
        Walls.plainNames().check(production);
    }

    @Test
    void its_packages_build_on_each_other_in_one_direction() {
        slices().matching("uk.jointdesk.servicelevel.(*)..")
                .should()
                .beFreeOfCycles()
                .check(production);
    }
}
