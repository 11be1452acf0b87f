package uk.jointdesk.incident.escalation.web;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import uk.jointdesk.incident.escalation.store.EscalationFilter;
import uk.jointdesk.incident.ticket.web.Times;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.servicelevel.agreement.Metric;

/** The filters of the list of escalations as they are asked for. */
public class EscalationQuery {

    @Parameter(description = "A ticket's reference")
    @QueryParam("ticket")
    String ticket;

    @QueryParam("partner")
    String partner;

    @Parameter(description = "RESPONSE or RESOLUTION")
    @QueryParam("metric")
    String metric;

    @Parameter(description = "75% (or 75), or 120m-before-due")
    @QueryParam("threshold")
    String threshold;

    @Parameter(description = "Announced at or after: an instant, or a day from its first instant")
    @QueryParam("from")
    String from;

    @Parameter(description = "Announced before: an instant, or a day to its last instant")
    @QueryParam("to")
    String to;

    @QueryParam("cursor")
    String cursor;

    @Parameter(description = "1 to 500, normally 50")
    @QueryParam("limit")
    Integer limit;

    EscalationFilter filter() {
        return new EscalationFilter(
                ticket, partner, metric(), threshold(), Times.from(from, "from"), Times.to(to, "to"));
    }

    private String metric() {
        boolean known = metric == null
                || Arrays.stream(Metric.values()).anyMatch(each -> each.name().equals(metric));
        if (!known) {
            throw refusal("metric", "is RESPONSE or RESOLUTION");
        }
        return metric;
    }

    private String threshold() {
        if (threshold == null) {
            return null;
        }
        if (!threshold.matches("\\d{1,4}(\\.\\d{1,4})?%?|\\d{1,6}m-before-due")) {
            throw refusal("threshold", "is a percentage or minutes before due, such as 75% or 120m-before-due");
        }
        return Character.isDigit(threshold.charAt(threshold.length() - 1)) ? threshold + "%" : threshold;
    }

    private static Refusal refusal(String parameter, String message) {
        return Refusal.malformed(
                "parameter-invalid", "A filter has a value it cannot have.", FieldError.query(parameter, message));
    }
}
