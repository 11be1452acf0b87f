package uk.jointdesk.kpi.result.web;

import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.answer.web.Days;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.result.domain.ReportPeriod;

/** The months that a report on indicators is about. */
public class ReportParams {

    private static final int MOST_MONTHS = 120;

    @QueryParam("from")
    @Parameter(description = "First month (2020-11), quarter or date, included", required = true)
    public String from;

    @QueryParam("to")
    @Parameter(description = "Last month, quarter or date, included; at most 120 months", required = true)
    public String to;

    /** Whole months: indicators are judged by the month. */
    public ReportPeriod period() {
        Range range = Days.range(from, to);
        ReportPeriod period = new ReportPeriod(YearMonth.from(range.from()), YearMonth.from(range.to()));
        if (period.length() > MOST_MONTHS) {
            throw Asked.refused("to", "at most " + MOST_MONTHS + " months after from");
        }
        return period;
    }
}
