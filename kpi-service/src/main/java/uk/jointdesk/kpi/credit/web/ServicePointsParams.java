package uk.jointdesk.kpi.credit.web;

import jakarta.ws.rs.QueryParam;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.credit.domain.MonthlyCharge;
import uk.jointdesk.kpi.result.web.FamilyParams;

/** The family and months whose service points are asked for, and what a month costs. */
public class ServicePointsParams extends FamilyParams {

    @QueryParam("monthlyCharge")
    @Parameter(description = "What one month costs, in pounds: 100000.00. Without it no credits are computed")
    public String monthlyCharge;

    OptionalLong monthlyPence() {
        if (monthlyCharge == null) {
            return OptionalLong.empty();
        }
        OptionalLong pence = MonthlyCharge.pence(monthlyCharge);
        if (pence.isEmpty()) {
            throw Asked.refused("monthlyCharge", MonthlyCharge.FORM);
        }
        return pence;
    }
}
