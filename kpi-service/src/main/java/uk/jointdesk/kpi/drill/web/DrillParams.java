package uk.jointdesk.kpi.drill.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.ZoneId;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.answer.web.Days;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.answer.web.LayoutParams;
import uk.jointdesk.kpi.answer.web.Moments;
import uk.jointdesk.kpi.drill.domain.Drill;
import uk.jointdesk.kpi.drill.domain.DrillSet;
import uk.jointdesk.kpi.period.domain.Moment;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.servicelevel.agreement.Metric;

/** The query parameters that name one figure. */
public class DrillParams extends LayoutParams {

    private static final ZoneId LONDON = ZoneId.of(Explanation.ZONE);

    @QueryParam("set")
    @Parameter(description = "The figure: met, measured, excluded, resolved, logged, open, ...", required = true)
    public String set;

    @QueryParam("from")
    @Parameter(
            description = "First month (2018-10), quarter (2018-Q4, 2018-19-Q3) or date, included; not needed with at")
    public String from;

    @QueryParam("to")
    @Parameter(description = "Last month, quarter or date, included; not needed with at")
    public String to;

    @QueryParam("at")
    @Parameter(
            description = "The moment of a backlog figure, in the place of from and to: an instant, or a date for its"
                    + " end")
    public String at;

    @QueryParam("reason")
    @Parameter(description = "Only tickets excluded, or on hold, for this reason")
    public String reason;

    @QueryParam("metric")
    @DefaultValue("RESOLUTION")
    @Parameter(description = "RESOLUTION, or RESPONSE for the figures of the first answer")
    public String metric;

    Drill drill(Filter filter) {
        DrillSet asked = DrillSet.named(set)
                .orElseThrow(() -> Asked.refused("set", "one of " + Arrays.asList(DrillSet.values())));
        String because = Asked.text("reason", reason);
        Metric clock = Asked.word(Metric.class, "metric", metric);
        if (clock == Metric.RESPONSE && !asked.isOfResponses()) {
            throw Asked.refused("metric", "RESOLUTION for this set");
        }
        if (asked.kind() != DrillSet.Kind.STANDING) {
            return new Drill(asked, clock, Days.range(from, to), null, filter, because);
        }
        return new Drill(asked, clock, null, moment(asked), filter, because);
    }

    /** A stock at the end of a range, or before its first day, unless the moment is named itself. */
    private Moment moment(DrillSet asked) {
        if (at != null) {
            return Moments.read("at", at, LONDON);
        }
        Range range = Days.range(from, to);
        return Moment.endOf(asked == DrillSet.OPEN_AT_START ? range.from().minusDays(1) : range.to(), LONDON);
    }
}
