package uk.jointdesk.finance.explanation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.apportionment.domain.RemainderRule;
import uk.jointdesk.finance.apportionment.web.PreviewAnswer.PartView;
import uk.jointdesk.finance.apportionment.web.PreviewAnswer.QuotaView;
import uk.jointdesk.finance.apportionment.web.SchemeView;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.driver.web.DriverValueView;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.money.web.RatioView;

/**
 * Why each partner pays what it pays of one pool: everything that is needed to work it out again by hand.
 *
 * @param terms days in a row on which the same rule divides; their costs add up to the cost
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Explanation")
public record ExplanationView(
        String financialYear,
        String line,
        String title,
        Basis basis,
        int period,
        String scheme,
        MoneyView cost,
        Remainder remainderRule,
        List<TermView> terms) {

    @Schema(name = "RemainderRuleExplained")
    public record Remainder(RemainderRule rule, String text) {
        static final Remainder LARGEST = new Remainder(
                RemainderRule.LARGEST_REMAINDER,
                "Everybody pays the whole pence of the exact quota. The pennies left over go one each to the largest"
                        + " remainders, equal remainders to the lowest partner code; a credit is divided by its absolute"
                        + " value.");
    }

    /**
     * @param drivers whose values the weights are
     * @param reading which months' values were read, absent where the weights were given
     * @param totalWeight of all partners together; of a mix, one
     */
    @Schema(name = "ExplainedTerm")
    public record TermView(
            LocalDate from,
            LocalDate to,
            long days,
            MoneyView cost,
            RatioView partOfCost,
            int version,
            Method method,
            List<String> drivers,
            SchemeView.ReadingView reading,
            String source,
            boolean assumption,
            String approvedBy,
            String totalWeight,
            List<ShareView> shares) {}

    /**
     * @param quota absent of OTHERS, whose pennies would tell them apart
     * @param values that the weight was read from, its own and its sub-bodies'
     */
    @Schema(name = "ExplainedShare")
    public record ShareView(
            String partner,
            String weight,
            RatioView fraction,
            QuotaView quota,
            MoneyView amount,
            List<DriverValueView> values,
            List<PartView> within) {}
}
