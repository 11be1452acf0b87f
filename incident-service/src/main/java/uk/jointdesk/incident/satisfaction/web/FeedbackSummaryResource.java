package uk.jointdesk.incident.satisfaction.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.satisfaction.domain.ResponseRate;
import uk.jointdesk.incident.satisfaction.store.ResponseRates;
import uk.jointdesk.incident.ticket.web.Times;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

/** How many answer when asked. */
@Path("/api/v1/feedback/summary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Satisfaction")
public class FeedbackSummaryResource {

    /** Days are the partners' days. */
    private static final ZoneId LOCAL = ZoneId.of("Europe/London");

    private final ResponseRates rates;

    public FeedbackSummaryResource(ResponseRates rates) {
        this.rates = rates;
    }

    /** An exact fraction and its percentage, which is null of nothing. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Ratio(
            long numerator,
            long denominator,
            @Schema(examples = "87.50") String percent) {}

    /** One partner's surveys of a span. */
    public record Summary(
            String partner,

            @Schema(description = "Surveys sent in the span")
            long invited,

            @Schema(description = "Those of them that were answered, whenever")
            long answered,

            @Schema(description = "Answered of invited") Ratio rate,

            @Schema(description = "Answers that nobody had asked for; not in the rate")
            long unasked) {

        static Summary of(ResponseRate rate) {
            return new Summary(
                    rate.partner(),
                    rate.invited(),
                    rate.answered(),
                    new Ratio(rate.answered(), rate.invited(), rate.percent()),
                    rate.unasked());
        }
    }

    @GET
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR
    })
    @Operation(
            summary = "Read the response rates",
            description = "Of surveys sent in a span of days, for each of the caller's partners that had any.")
    @APIResponse(responseCode = "200", description = "One item for each partner")
    @APIResponse(responseCode = "400", description = "A day cannot be read")
    public Page<Summary> summary(
            @Parameter(description = "First day", required = true, example = "2021-06-01") @QueryParam("from")
                    String from,
            @Parameter(description = "Last day", required = true, example = "2021-06-30") @QueryParam("to") String to) {
        Instant begin = startOf(day("from", from));
        Instant end = startOf(day("to", to).plusDays(1));
        if (!end.isAfter(begin)) {
            throw Refusal.malformed(
                    "parameter-invalid", "The span has no day in it.", FieldError.query("to", "lies before `from`"));
        }
        return Page.whole(rates.between(begin, end).stream().map(Summary::of).toList());
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(LOCAL).toInstant();
    }

    private static LocalDate day(String parameter, String text) {
        try {
            return Times.day(text == null ? "" : text);
        } catch (DateTimeException notADay) {
            throw Refusal.malformed(
                    "parameter-invalid",
                    "A day is written 2021-06-07.",
                    FieldError.query(parameter, "is a day such as 2021-06-07"));
        }
    }
}
