package uk.jointdesk.kpi.mitigation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.mitigation.domain.Request;
import uk.jointdesk.kpi.register.domain.DayBounds;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.RuleBroken;
import uk.jointdesk.kpi.register.web.Wording;

/** Relief that is asked for. */
public record NewMitigation(
        @NotBlank String kpi,

        @Schema(description = "The months it is for", examples = "[\"2021-06\",\"2021-07\"]") @NotEmpty @Size(max = 36)
        List<@NotNull YearMonth> months,

        @NotBlank @Size(max = Wording.NOTE) @Pattern(regexp = Wording.PLAIN)
        String reason,

        @Schema(description = "What outside the supplier's control stood in the way")
        @NotBlank
        @Size(max = Wording.NOTE)
        @Pattern(regexp = Wording.PLAIN)
        String dependency,

        @NotBlank @Size(max = Wording.NOTE) @Pattern(regexp = Wording.PLAIN)
        String impact,

        @Schema(description = "How the target will be met again, or N/A")
        @NotBlank
        @Size(max = Wording.NOTE)
        @Pattern(regexp = Wording.PLAIN)
        String pathToGreen,

        @Schema(description = "Reference of a linked problem record")
        @Size(max = Wording.REFERENCE)
        @Pattern(regexp = Wording.PLAIN)
        String problem,

        @Schema(description = "Last day on which the relief, or the request for it, stands") @NotNull
        LocalDate expiresOn) {

    Request toRequest(Kpi known, LocalDate today) {
        Request request = new Request(kpi, months, reason, dependency, impact, pathToGreen, problem, expiresOn);
        DayBounds.check(expiresOn, "/expiresOn");
        boolean stands = !expiresOn.isBefore(today)
                && !expiresOn.isBefore(request.lastMonth().atDay(1));
        if (!stands) {
            throw new RuleBroken("expiry-refused", "/expiresOn", "lies before today or before its last month");
        }
        for (int i = 0; i < months.size(); i++) {
            if (!known.measuredIn(months.get(i))) {
                throw new RuleBroken("kpi-not-measured-then", "/months/" + i, "is not a month in which it is measured");
            }
        }
        return request;
    }
}
