package uk.jointdesk.finance.intake.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.intake.domain.CodeRule;
import uk.jointdesk.finance.intake.domain.Target;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Coding;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * What one of the sender's codes means here. The most precise rule that fits is taken; one without a code fits all.
 *
 * @param costCentre the sender's, absent for any
 * @param expense the sender's subjective code or expense type, absent for any
 * @param account EXPENDITURE unless given
 * @param partner charged directly, absent for a shared cost
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImportCode")
public record CodeDocument(
        @Size(min = 1, max = 200) String costCentre,
        @Size(min = 1, max = 200) String expense,

        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,31}")
        String budgetLine,

        Account account,
        @Pattern(regexp = "[A-Z0-9]{2,16}") String partner,
        @Valid CodingDocument coding) {

    /** Our own codes for the line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Coding")
    public record CodingDocument(
            @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,31}") String costCentre,
            @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,31}") String subjective,
            @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,31}") String project) {

        public static Coding of(CodingDocument written) {
            return written == null ? Coding.NONE : new Coding(written.costCentre, written.subjective, written.project);
        }
    }

    static List<CodeRule> rules(List<CodeDocument> codes) {
        List<CodeRule> rules = new ArrayList<>();
        for (CodeDocument code : codes) {
            rules.add(code.rule("/codes/" + rules.size()));
        }
        return rules;
    }

    private CodeRule rule(String pointer) {
        Account posted = account == null ? Account.EXPENDITURE : account;
        if (!posted.isCost()) {
            throw new RuleBroken(
                    "account-not-a-cost", pointer + "/account", "A line is posted to EXPENDITURE or INCOME.");
        }
        return new CodeRule(costCentre, expense, new Target(posted, budgetLine, partner, CodingDocument.of(coding)));
    }
}
