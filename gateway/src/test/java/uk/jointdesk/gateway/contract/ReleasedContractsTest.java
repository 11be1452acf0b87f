package uk.jointdesk.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.gateway.contract.change.Change;
import uk.jointdesk.gateway.contract.change.Comparison;

/** No version of the contract breaks what programs of the version before rely on, without having said so. */
class ReleasedContractsTest {

    private static List<Change> changes(Set<String> roles) {
        ContractTerms terms = new ContractTerms("LBL", "Lewisham", roles);
        ContractAssembly assembly =
                new ContractAssembly(URI.create("https://jointdesk.example"), URI.create("https://id.example/realm"));
        List<ServiceApi> later = PublishedApis.all();
        List<Change> changes = new ArrayList<>();
        for (Releases.Release release : Releases.released()) {
            List<ServiceApi> earlier = release.apis();
            changes.addAll(Comparison.between(assembly.assemble(terms, earlier), assembly.assemble(terms, later)));
            later = earlier;
        }
        return changes;
    }

    @Test
    void the_suite_breaks_nothing_unannounced() {
        assertThat(Releases.released()).isNotEmpty();
        assertThat(changes(PublishedApis.ALL_ROLES))
                .filteredOn(Change::isUnannouncedBreak)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"borough-client", "desk-integration", "service-desk", "board-member", "finance-officer"})
    void no_role_loses_what_it_could_do(String role) {
        assertThat(changes(Set.of(role))).filteredOn(Change::isUnannouncedBreak).isEmpty();
    }

    @Test
    void the_version_that_is_served_is_later_than_every_released_one() {
        assertThat(Releases.released())
                .extracting(Releases.Release::version)
                .doesNotContain(Releases.current())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }
}
