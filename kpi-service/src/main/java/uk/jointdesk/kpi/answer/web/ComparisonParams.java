package uk.jointdesk.kpi.answer.web;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import uk.jointdesk.kpi.period.domain.Range;

/** The query parameters that name a period to compare with. */
public class ComparisonParams {

    @QueryParam("compareFrom")
    @Parameter(description = "First month, quarter or date of a period to compare the whole range with, included")
    public String compareFrom;

    @QueryParam("compareTo")
    @Parameter(description = "Last month, quarter or date of the period to compare with, included")
    public String compareTo;

    /** The other period; empty when no comparison is asked for. One end without the other is refused. */
    Optional<Range> range() {
        if (compareFrom == null && compareTo == null) {
            return Optional.empty();
        }
        return Optional.of(Days.range("compareFrom", compareFrom, "compareTo", compareTo));
    }
}
