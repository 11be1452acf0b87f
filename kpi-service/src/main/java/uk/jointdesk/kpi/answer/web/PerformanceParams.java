package uk.jointdesk.kpi.answer.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of a question about a range of days. */
public class PerformanceParams extends TicketParams {

    @QueryParam("from")
    @Parameter(description = "First month (2018-10), quarter (2018-Q4, 2018-19-Q3) or date, included", required = true)
    public String from;

    @QueryParam("to")
    @Parameter(description = "Last month, quarter or date, included", required = true)
    public String to;

    @QueryParam("periodicity")
    @DefaultValue("MONTH")
    @Parameter(description = "MONTH, QUARTER, YEAR or WHOLE")
    public String periodicity;

    @QueryParam("calendar")
    @DefaultValue("CALENDAR")
    @Parameter(description = "CALENDAR (2018-Q4, 2018) or FINANCIAL quarters and years (2018-19-Q3, 2018-19)")
    public String calendar;

    @QueryParam("limit")
    @Parameter(description = "Rows in one answer, 1 to 500; all of them unless told")
    public String limit;

    @QueryParam("cursor")
    @Parameter(description = "`next` of the answer before")
    public String cursor;
}
