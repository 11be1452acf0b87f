package uk.jointdesk.kpi.answer.web;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of a question about a range of days. */
public class PerformanceParams extends LayoutParams {

    @QueryParam("from")
    @Parameter(description = "First month (2018-10), quarter (2018-Q4, 2018-19-Q3) or date, included", required = true)
    public String from;

    @QueryParam("to")
    @Parameter(description = "Last month, quarter or date, included", required = true)
    public String to;
}
