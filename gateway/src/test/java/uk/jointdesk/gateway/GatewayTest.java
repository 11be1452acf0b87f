package uk.jointdesk.gateway;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/** What the tests of the running gateway share; they all use the one boot. */
public abstract class GatewayTest {

    protected static RequestSpecification as(String token) {
        return given().redirects().follow(false).header("Authorization", "Bearer " + token);
    }
}
