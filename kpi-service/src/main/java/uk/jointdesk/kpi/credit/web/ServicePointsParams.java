package uk.jointdesk.kpi.credit.web;

import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.result.web.FamilyParams;

/** The family and months whose service points are asked for, and what a month costs. */
public class ServicePointsParams extends FamilyParams {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}\\.\\d{2}");

    @QueryParam("monthlyCharge")
    @Parameter(description = "What one month costs, in pounds: 100000.00. Without it no credits are computed")
    public String monthlyCharge;

    OptionalLong monthlyPence() {
        if (monthlyCharge == null) {
            return OptionalLong.empty();
        }
        if (!AMOUNT.matcher(monthlyCharge).matches()) {
            throw Asked.refused("monthlyCharge", "pounds with two decimals: 100000.00");
        }
        return OptionalLong.of(new BigDecimal(monthlyCharge).movePointRight(2).longValueExact());
    }
}
