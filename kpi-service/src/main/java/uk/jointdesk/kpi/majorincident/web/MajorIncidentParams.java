package uk.jointdesk.kpi.majorincident.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.web.PerformanceParams;
import uk.jointdesk.kpi.answer.web.Questions;
import uk.jointdesk.kpi.breakdown.domain.Dimension;

/** The query parameters of a question about major incidents: they have no type and no queue of their own. */
public class MajorIncidentParams {

    private static final Set<Dimension> POSSIBLE = EnumSet.of(Dimension.PARTNER, Dimension.PERIOD);

    @QueryParam("from")
    @Parameter(description = "First month, quarter or date of declaration, included", required = true)
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
    @Parameter(description = "CALENDAR or FINANCIAL quarters and years")
    public String calendar;

    @QueryParam("groupBy")
    @Parameter(description = "Any of partner, period; or none for one sum")
    public List<String> groupBy = List.of();

    @QueryParam("partner")
    @Parameter(description = "Only these partner rows")
    public List<String> partner = List.of();

    Question question(Questions questions, Set<Dimension> normally) {
        PerformanceParams params = new PerformanceParams();
        params.from = from;
        params.to = to;
        params.periodicity = periodicity;
        params.calendar = calendar;
        params.groupBy = groupBy;
        params.partner = partner;
        params.subBodies = "false";
        return questions.read(params, normally, POSSIBLE);
    }
}
