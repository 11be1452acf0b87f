package uk.jointdesk.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignIssuerTest {

    private static final String URL = "https://login.lewisham.example";

    private static ForeignIssuer issuer(String name, String url, Set<String> partners, Set<String> roles) {
        return new ForeignIssuer(name, url, partners, roles, Set.of("jointdesk"), "partners", "realm_access/roles");
    }

    private static ForeignIssuer lewisham() {
        return issuer("lbl", URL, Set.of("LBL", "LHL"), Set.of("borough-client"));
    }

    @Test
    void a_token_that_keeps_to_its_issuers_partners_and_roles_is_believed() {
        assertThat(lewisham().beyond(List.of("LBL"), List.of("borough-client"))).isEmpty();
        assertThat(lewisham().beyond(List.of("LHL", "LBL"), List.of())).isEmpty();
        assertThat(lewisham().beyond(List.of(), List.of("borough-client"))).isEmpty();
    }

    @Test
    void a_partner_beyond_is_named_and_all_partners_are_beyond_every_issuer() {
        assertThat(lewisham().beyond(List.of("LBL", "LBS"), List.of()))
                .contains("The issuer of this token may not speak for LBS.");
        assertThat(lewisham().beyond(List.of("*"), List.of()))
                .contains("The issuer of this token may not speak for every partner.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lbl", "LBL,LBS", "LBL\n", "<script>", "LBLLBLLBLLBLLBLLBL"})
    void what_cannot_be_a_partner_is_refused_and_not_repeated(String code) {
        assertThat(lewisham().beyond(List.of(code), List.of()))
                .contains("The issuer of this token may not speak for a partner that there cannot be.");
    }

    @Test
    void a_role_of_the_suite_beyond_is_named_and_those_of_other_programs_are_not_ours_to_judge() {
        assertThat(lewisham().beyond(List.of("LBL"), List.of("auditor")))
                .contains("The issuer of this token may not give the role auditor.");
        assertThat(lewisham().beyond(List.of("LBL"), List.of("offline_access", "planning-officer")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform-admin", "suite-service", "no-such-role"})
    void no_issuer_may_let_anybody_run_the_suite_or_give_a_role_that_there_is_not(String role) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer("lbl", URL, Set.of("LBL"), Set.of("borough-client", role)))
                .withMessageContaining("jointdesk.issuers.lbl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://login.lewisham.example", "http:lewisham", "ftp://localhost/keys", "lewisham"})
    void keys_do_not_come_over_a_line_that_anybody_may_speak_on(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer("lbl", url, Set.of("LBL"), Set.of("borough-client")));
    }

    @Test
    void an_issuer_has_partners_and_none_of_them_is_all() {
        assertThatIllegalArgumentException().isThrownBy(() -> issuer("lbl", URL, Set.of(), Set.of("borough-client")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer("lbl", URL, Set.of("*"), Set.of("borough-client")));
    }

    @Test
    void its_clients_are_called_after_it() {
        assertThat(lewisham().own("kpi-service")).isEqualTo("lbl/kpi-service");
    }
}
