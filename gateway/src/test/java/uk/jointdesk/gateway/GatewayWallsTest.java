package uk.jointdesk.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Walls;

class GatewayWallsTest {

    private final JavaClasses gateway = Walls.of("uk.jointdesk.gateway");

    @Test
    void the_walls_of_the_house_stand() {
        Walls.domainIsPure().check(gateway);
        Walls.onlyStoresSpeakSql().check(gateway);
        Walls.timeComesFromTheClock().check(gateway);
        Walls.noLegacyDates().check(gateway);
        Walls.plainNames().check(gateway);
    }

    @Test
    void the_proxy_knows_nothing_of_pages_and_the_board_nothing_of_the_proxy() {
        noClasses()
                .that()
                .resideInAPackage("..gateway.proxy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..gateway.board..", "..gateway.page..")
                .check(gateway);
        noClasses()
                .that()
                .resideInAPackage("..gateway.board..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..gateway.proxy..", "..gateway.contract..")
                .check(gateway);
    }

    @Test
    void routing_is_known_to_all_and_knows_nobody() {
        noClasses()
                .that()
                .resideInAPackage("..gateway.route..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..gateway.proxy..", "..gateway.contract..", "..gateway.board..", "..gateway.identity..")
                .check(gateway);
    }
}
