package uk.jointdesk.kpi.answer.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that say how an answer is cut into periods and pages, whatever days it is about. */
public class LayoutParams extends TicketParams {

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
