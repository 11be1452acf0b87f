package uk.jointdesk.kit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Field;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.jointdesk.issuer.ForeignIssuer;
import uk.jointdesk.kit.scope.Roles;

/** What a council's provider may be given is chosen among the roles that services ask for, all of them. */
class RolesOfIssuersTest {

    private static final Set<String> NEVER = Set.of(Roles.PLATFORM_ADMIN, Roles.SUITE_SERVICE);

    @Test
    void every_role_of_the_suite_may_be_given_but_those_that_run_it() throws IllegalAccessException {
        for (Field constant : Roles.class.getFields()) {
            String role = (String) constant.get(null);
            if (NEVER.contains(role)) {
                assertThatIllegalArgumentException().as(role).isThrownBy(() -> issuerThatGives(role));
            } else {
                assertThatCode(() -> issuerThatGives(role)).as(role).doesNotThrowAnyException();
            }
        }
    }

    private static ForeignIssuer issuerThatGives(String role) {
        return new ForeignIssuer(
                "lbl",
                "https://login.lewisham.example",
                Set.of("LBL"),
                Set.of(role),
                Set.of("jointdesk"),
                "partners",
                "realm_access/roles");
    }
}
