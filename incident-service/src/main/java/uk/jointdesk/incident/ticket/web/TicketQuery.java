package uk.jointdesk.incident.ticket.web;

import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import uk.jointdesk.incident.ticket.domain.Words;
import uk.jointdesk.incident.ticket.store.TicketFilter;
import uk.jointdesk.incident.ticket.store.TicketList.Order;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** The filters of the ticket list as they are asked for. */
public class TicketQuery {

    @QueryParam("source")
    String source;

    @QueryParam("sourceReference")
    String sourceReference;

    @Parameter(description = "A partner's code, or UNATTRIBUTED")
    @QueryParam("partner")
    String partner;

    @Parameter(description = "One or several, separated by commas")
    @QueryParam("status")
    String status;

    @Parameter(description = "P1 to P4; one or several, separated by commas")
    @QueryParam("priority")
    String priority;

    @Parameter(description = "INCIDENT or SERVICE_REQUEST")
    @QueryParam("type")
    String type;

    @QueryParam("queue")
    String queue;

    @QueryParam("category")
    String category;

    @Parameter(description = "An instant, or a day from its first instant")
    @QueryParam("loggedFrom")
    String loggedFrom;

    @Parameter(description = "An instant, excluded, or a day to its last instant")
    @QueryParam("loggedTo")
    String loggedTo;

    @QueryParam("resolvedFrom")
    String resolvedFrom;

    @QueryParam("resolvedTo")
    String resolvedTo;

    @Parameter(description = "Open tickets that were logged more than so many days ago")
    @QueryParam("olderThanDays")
    String olderThanDays;

    @Parameter(description = "Whether the target is used up and more: true or false")
    @QueryParam("breached")
    String breached;

    @Parameter(description = "Whether nobody has triaged it: NEW without category or queue; true or false")
    @QueryParam("untriaged")
    String untriaged;

    @Parameter(description = "Whose queues: STS for the shared service, or a partner's own")
    @QueryParam("queueOrganisation")
    String queueOrganisation;

    @Parameter(description = "The code of the business service that is affected")
    @QueryParam("service")
    String service;

    @QueryParam("assignee")
    String assignee;

    @Parameter(description = "Part of the title, the description or a reference")
    @QueryParam("q")
    String text;

    @Parameter(description = "-loggedAt (the latest first) or dueAt (the first due first)")
    @QueryParam("sort")
    String sort;

    @QueryParam("cursor")
    String cursor;

    @Parameter(description = "1 to 500, normally 50")
    @QueryParam("limit")
    Integer limit;

    TicketFilter filter(Instant now) {
        return new TicketFilter(
                source,
                sourceReference,
                partner,
                words("status", status, Words.STATUSES),
                words("priority", priority, Words.PRIORITIES),
                one("type", type, Words.TYPES),
                queue,
                category,
                Times.from(loggedFrom, "loggedFrom"),
                Times.to(loggedTo, "loggedTo"),
                Times.from(resolvedFrom, "resolvedFrom"),
                Times.to(resolvedTo, "resolvedTo"),
                openBefore(now),
                flag("breached", breached),
                flag("untriaged", untriaged),
                queueOrganisation,
                service,
                assignee,
                text);
    }

    Order order() {
        String wanted = sort == null ? "-loggedAt" : one("sort", sort, List.of("-loggedAt", "dueAt"));
        return wanted.equals("dueAt") ? Order.FIRST_DUE : Order.LATEST_LOGGED;
    }

    private Instant openBefore(Instant now) {
        if (olderThanDays == null) {
            return null;
        }
        if (!olderThanDays.matches("\\d{1,5}")) {
            throw refusal("olderThanDays", "is a number of days");
        }
        return now.minus(Duration.ofDays(Long.parseLong(olderThanDays)));
    }

    private static Boolean flag(String parameter, String asked) {
        return asked == null ? null : Boolean.valueOf(one(parameter, asked, List.of("true", "false")));
    }

    private static List<String> words(String parameter, String asked, List<String> known) {
        if (asked == null || asked.isBlank()) {
            return List.of();
        }
        List<String> words = Arrays.stream(asked.split(",")).map(String::strip).toList();
        words.forEach(word -> one(parameter, word, known));
        return words;
    }

    private static String one(String parameter, String asked, List<String> known) {
        if (asked != null && !known.contains(asked)) {
            throw refusal(parameter, "is one of " + String.join(", ", known));
        }
        return asked;
    }

    private static Refusal refusal(String parameter, String message) {
        return Refusal.malformed(
                "parameter-invalid", "A filter has a value it cannot have.", FieldError.query(parameter, message));
    }
}
