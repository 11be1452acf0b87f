package uk.jointdesk.kpi.headline.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.headline.domain.ClaimKind;

/**
 * What an author says of a row of figures.
 *
 * @param text the author's words, to be found again in the answer
 * @param measure compliance, volumes, resolved, reopened or backlog
 * @param priority left out for all together
 * @param partners the rows; left out, a claim about targets is about every partner, any other about all together
 * @param periods in the order of time: months, quarters, or first and last month or day with a slash between
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "HeadlineClaim")
public record ClaimDocument(
        @Size(max = 1_000) String text,

        @NotNull @Pattern(regexp = "compliance|volumes|resolved|reopened|backlog")
        String measure,

        @NotNull ClaimKind claim,
        @Pattern(regexp = "P[1-4]") String priority,
        @Size(min = 1, max = 20) List<@NotNull @Pattern(regexp = "[A-Z0-9]{1,16}") String> partners,
        @NotEmpty @Size(max = 36) List<@NotNull @Size(max = 40) String> periods) {}
