package uk.jointdesk.incident.queue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueRegisterTest {

    private static final LocalDate BEGIN = LocalDate.parse("2020-01-01");

    private final QueueRegister register = QueueRegister.of(
            List.of(
                    queue("Service Desk", "STS"),
                    queue("Application team Housing", "LBB"),
                    queue("Application team Housing", "LBL"),
                    queue("Southwark Registrars", "LBS"),
                    queue("Network", "STS"),
                    queue("Network", "LBS")),
            parents());

    @Test
    void the_same_name_means_the_team_of_the_partner_whose_ticket_it_is() {
        assertThat(register.organisationOf("Application team Housing", "LBB")).contains("LBB");
        assertThat(register.organisationOf("application TEAM housing", "LBL")).contains("LBL");
        assertThat(register.organisationOf("Network", "LBS")).contains("LBS");
        assertThat(register.organisationOf("Network", "LBB")).contains("STS");
    }

    @Test
    void a_sub_body_uses_its_parents_teams() {
        assertThat(register.organisationOf("Application team Housing", "LH")).contains("LBL");
    }

    @Test
    void a_name_that_one_organisation_uses_is_its_queue_whoever_the_ticket_belongs_to() {
        assertThat(register.organisationOf("Southwark Registrars", "LBB")).contains("LBS");
        assertThat(register.organisationOf("Service Desk", null)).contains("STS");
    }

    @Test
    void a_queue_that_cannot_be_told_is_nobodys() {
        assertThat(register.organisationOf("Application team Housing", "LGA")).isEmpty();
        assertThat(register.organisationOf("Team of a desk far away", "LBL")).isEmpty();
        assertThat(register.organisationOf(null, "LBL")).isEmpty();
    }

    @Test
    void the_places_of_an_organisation_are_just_those_that_mean_its_queues() {
        for (String organisation : List.of("STS", "LBB", "LBL", "LBS", "NONE")) {
            List<QueueRegister.Place> places = register.placesOf(organisation);
            for (String name : register.byName().keySet()) {
                for (String partner : List.of("LBB", "LBL", "LBS", "LH", "LGA", "")) {
                    boolean his = register.organisationOf(name, partner.isEmpty() ? null : partner)
                            .filter(organisation::equals)
                            .isPresent();
                    assertThat(places.contains(new QueueRegister.Place(name, partner)))
                            .as(organisation + " " + name + " " + partner)
                            .isEqualTo(his);
                }
            }
        }
    }

    @Test
    void a_queue_is_active_from_its_first_day_to_its_last() {
        Queue queue = new Queue("Q1", "n", "STS", BEGIN, BEGIN.plusDays(1), 1);
        assertThat(queue.activeOn(BEGIN.minusDays(1))).isFalse();
        assertThat(queue.activeOn(BEGIN)).isTrue();
        assertThat(queue.activeOn(BEGIN.plusDays(1))).isTrue();
        assertThat(queue.activeOn(BEGIN.plusDays(2))).isFalse();
    }

    private static Queue queue(String name, String organisation) {
        return new Queue(organisation + "-" + name, name, organisation, BEGIN, null, 1);
    }

    private static Map<String, String> parents() {
        Map<String, String> parents = new HashMap<>();
        List.of("LBB", "LBL", "LBS", "LGA").forEach(code -> parents.put(code, null));
        parents.put("LH", "LBL");
        return parents;
    }
}
