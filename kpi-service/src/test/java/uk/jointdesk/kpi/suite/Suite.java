package uk.jointdesk.kpi.suite;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import uk.jointdesk.testkit.PostgresFor;

/** What stands around the service in every test of the whole of it: one boot, one database, one upstream. */
@QuarkusTestResource(OidcWiremockTestResource.class)
@QuarkusTestResource(FakeIncident.class)
@QuarkusTestResource(value = PostgresFor.class, initArgs = @ResourceArg(name = "database", value = "kpi"))
final class Suite {
    private Suite() {}
}
