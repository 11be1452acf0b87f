package uk.jointdesk.incident.merge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.merge.domain.MergeRules.Objection;
import uk.jointdesk.incident.merge.domain.MergeRules.Party;
import uk.jointdesk.servicelevel.life.TicketStatus;

class MergeRulesTest {

    private static final Party LEWISHAMS = new Party("LBL-0000001", "LBL", TicketStatus.NEW, false);

    @Test
    void a_ticket_goes_into_an_open_one_of_its_partner() {
        for (TicketStatus status : TicketStatus.values()) {
            assertThat(MergeRules.objection(LEWISHAMS, new Party("LBL-0000002", "LBL", status, true))
                            .isEmpty())
                    .as("into " + status)
                    .isEqualTo(!status.isOver());
        }
    }

    @Test
    void no_chain_is_made_at_either_end() {
        Party merged = new Party("LBL-0000002", "LBL", TicketStatus.MERGED, false);
        Party survivor = new Party("LBL-0000003", "LBL", TicketStatus.NEW, true);
        assertThat(MergeRules.objection(LEWISHAMS, merged)).contains(Objection.INTO_MERGED);
        assertThat(MergeRules.objection(survivor, LEWISHAMS)).contains(Objection.HAS_ABSORBED);
    }

    @Test
    void no_partners_ticket_goes_into_anothers_but_nobodys_may() {
        Party southwarks = new Party("LBS-0000001", "LBS", TicketStatus.NEW, false);
        Party nobodys = new Party("STS-0000001", null, TicketStatus.NEW, false);
        assertThat(MergeRules.objection(LEWISHAMS, southwarks)).contains(Objection.ACROSS_PARTNERS);
        assertThat(MergeRules.objection(LEWISHAMS, nobodys)).contains(Objection.ACROSS_PARTNERS);
        assertThat(MergeRules.objection(nobodys, LEWISHAMS)).isEmpty();
    }
}
