package uk.jointdesk.kpi.result.web;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import uk.jointdesk.kpi.answer.web.Asked;

/** The family and the months that a report is about. */
public class FamilyParams extends ReportParams {

    @QueryParam("family")
    @Parameter(description = "imt, iaa, ...", required = true)
    public String family;

    public String family() {
        if (family == null || family.isBlank()) {
            throw Asked.refused("family", "is required");
        }
        return family;
    }
}
