package uk.jointdesk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.planted.PlantedHelper;
import uk.jointdesk.testkit.planted.domain.PlantedRule;
import uk.jointdesk.testkit.planted.web.PlantedResource;

/** Every wall is walked into once: a rule that cannot fail guards nothing. */
class WallsTest {

    @Test
    void a_framework_in_the_domain_is_noticed() {
        assertBroken(Walls.domainIsPure(), PlantedRule.class);
    }

    @Test
    void sql_outside_a_store_is_noticed() {
        assertBroken(Walls.onlyStoresSpeakSql(), PlantedResource.class);
    }

    @Test
    void asking_the_wall_clock_is_noticed() {
        assertBroken(Walls.timeComesFromTheClock(), PlantedResource.class);
    }

    @Test
    void a_legacy_date_is_noticed() {
        assertBroken(Walls.noLegacyDates(), PlantedResource.class);
    }

    @Test
    void a_helper_is_noticed() {
        assertBroken(Walls.plainNames(), PlantedHelper.class);
    }

    @Test
    void a_binary_fraction_is_noticed_in_a_field_and_in_a_signature() {
        Walls.exactArithmetic().forEach(rule -> assertBroken(rule, PlantedRule.class));
    }

    private static void assertBroken(ArchRule rule, Class<?> planted) {
        JavaClasses classes = new ClassFileImporter().importClasses(planted);
        assertThat(rule.evaluate(classes).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }
}
