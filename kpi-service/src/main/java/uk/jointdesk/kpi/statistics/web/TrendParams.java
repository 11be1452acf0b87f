package uk.jointdesk.kpi.statistics.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.answer.web.PerformanceParams;
import uk.jointdesk.kpi.statistics.domain.Measure;

/** The query parameters of a question about a trend. */
public class TrendParams extends PerformanceParams {

    @QueryParam("measure")
    @DefaultValue("compliance")
    @Parameter(description = "compliance, volumes (tickets logged), resolved, reopened or backlog (open at the end)")
    public String measure;

    Measure measure() {
        return Measure.named(measure)
                .orElseThrow(() -> Asked.refused("measure", "one of " + Arrays.asList(Measure.values())));
    }
}
