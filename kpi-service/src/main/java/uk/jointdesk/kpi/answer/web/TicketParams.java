package uk.jointdesk.kpi.answer.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that say which tickets a question is about and how the answer is broken down. */
public class TicketParams {

    @QueryParam("groupBy")
    @Parameter(
            description = "Any of priority, partner, period, type, queue, organisation, category; or none for one sum")
    public List<String> groupBy = List.of();

    @QueryParam("partner")
    @Parameter(description = "Only these partner rows")
    public List<String> partner = List.of();

    @QueryParam("priority")
    @Parameter(description = "Only these priorities, P1 to P4, or NONE")
    public List<String> priority = List.of();

    @QueryParam("type")
    @Parameter(description = "Only INCIDENT or SERVICE_REQUEST, or NONE")
    public List<String> type = List.of();

    @QueryParam("queue")
    @Parameter(description = "Only these queues, by their full name, or NONE")
    public List<String> queue = List.of();

    @QueryParam("organisation")
    @Parameter(
            description = "Only queues of these organisations: STS for the shared service, partner codes for their own"
                    + " teams, or NONE; all of them unless told")
    public List<String> organisation = List.of();

    @QueryParam("category")
    @Parameter(description = "Only these categories, by their full name, or NONE")
    public List<String> category = List.of();

    @QueryParam("exceptCategory")
    @Parameter(description = "All but these categories, as in the row of the others")
    public List<String> exceptCategory = List.of();

    @QueryParam("subBodies")
    @DefaultValue("false")
    @Parameter(description = "true gives sub-bodies a row of their own beside their parent's")
    public String subBodies;
}
