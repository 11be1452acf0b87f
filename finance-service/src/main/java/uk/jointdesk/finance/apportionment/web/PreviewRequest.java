package uk.jointdesk.finance.apportionment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.apportionment.domain.Membership;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.money.web.ExactNumber;
import uk.jointdesk.finance.money.web.MoneyInput;

/** What to divide and how. Only total, method and weights are required. */
public record PreviewRequest(
        @NotNull MoneyInput total,
        @NotNull Method method,

        @NotEmpty
        @Size(max = 500)
        @Schema(description = "By partner; of a WEIGHTED mix with drivers, by driver, adding up to 1 or to 100")
        Map<String, ExactNumber> weights,

        @Size(max = 50) @Schema(description = "Only for WEIGHTED: per driver, the value of each partner")
        Map<String, Map<String, ExactNumber>> drivers,

        @Schema(description = "First day the cost is for; with `to`, the cost counts by days")
        LocalDate from,

        @Schema(description = "Last day the cost is for, inclusive")
        LocalDate to,

        @Size(max = 500)
        @Schema(description = "Who is a member when, and whose sub-body; without it, the register of funding partners")
        List<@NotNull @Valid Member> members) {

    public record Member(
            @NotNull String partner,
            @Schema(description = "First day of membership") LocalDate memberFrom,

            @Schema(description = "Last day of membership, inclusive")
            LocalDate memberTo,

            @Schema(description = "The partner that pays for this sub-body")
            String parent) {
        Membership membership() {
            return new Membership(partner, parent, memberFrom, memberTo);
        }
    }

    boolean isDated() {
        return from != null || to != null;
    }
}
