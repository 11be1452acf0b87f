package uk.jointdesk.testkit.planted.domain;

import io.restassured.response.Response;

/** Breaks the purity of a domain and the exactness of money, on purpose. */
public final class PlantedRule {
    double pounds;

    double share(Response answer) {
        return pounds * answer.getStatusCode();
    }
}
