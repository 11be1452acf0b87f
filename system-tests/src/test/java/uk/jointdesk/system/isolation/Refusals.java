package uk.jointdesk.system.isolation;

import uk.jointdesk.system.suite.Answer;

/** Which refusals are for want of a role. */
final class Refusals {

    private Refusals() {}

    /** The gateway and the services say it in the same words. */
    static boolean isOfRoles(Answer answer) {
        return answer.isProblem(403) && answer.json().path("code").asText().equals("not-allowed");
    }
}
