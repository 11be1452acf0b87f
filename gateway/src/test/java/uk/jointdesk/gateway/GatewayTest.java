package uk.jointdesk.gateway;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.specification.RequestSpecification;
import uk.jointdesk.testkit.PostgresFor;
import uk.jointdesk.testkit.SecondIssuer;

/** What the tests of the running gateway share; they all use the one boot. */
@QuarkusTestResource(value = PostgresFor.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@QuarkusTestResource(SecondIssuer.class)
public abstract class GatewayTest {

    protected static RequestSpecification as(String token) {
        return given().redirects().follow(false).header("Authorization", "Bearer " + token);
    }
}
