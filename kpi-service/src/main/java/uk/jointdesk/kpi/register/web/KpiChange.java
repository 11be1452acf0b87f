package uk.jointdesk.kpi.register.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.register.domain.Audience;
import uk.jointdesk.kpi.register.domain.Definition;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.RuleBroken;
import uk.jointdesk.kpi.register.domain.Stage;
import uk.jointdesk.kpi.register.domain.State;

/** What of an indicator is to change; what is left out stays. Code, unit and direction make another indicator. */
public record KpiChange(
        @Size(min = 1, max = Wording.TITLE) @Pattern(regexp = Wording.PLAIN)
        String title,

        Audience audience,

        @Size(min = 1, max = Wording.NOTE) @Pattern(regexp = Wording.PLAIN)
        String note,

        @Valid StateChange state) {

    /** A further state of its life. */
    public record StateChange(
            @NotNull State to,
            @NotNull LocalDate from,

            @Schema(description = "Reference of the contract change notice")
            @Size(max = Wording.REFERENCE)
            @Pattern(regexp = Wording.PLAIN)
            String ccn,

            @Size(max = Wording.NOTE) @Pattern(regexp = Wording.PLAIN)
            String note,

            @Schema(description = "For REPLACED: the indicators that take its place") @Size(max = 20)
            List<@NotNull String> replacedBy) {

        private Kpi apply(Kpi now, LocalDate firstOpenDay) {
            List<String> successors = replacedBy == null ? List.of() : replacedBy;
            if ((to == State.REPLACED) != !successors.isEmpty()) {
                throw new RuleBroken("lineage-refused", "/state/replacedBy", "is for REPLACED, and required there");
            }
            return now.with(now.life().then(new Stage(from, to, ccn, note), firstOpenDay), successors);
        }
    }

    Kpi apply(Kpi now, LocalDate firstOpenDay) {
        Definition is = now.definition();
        Kpi worded = now.with(is.worded(
                title == null ? is.title() : title,
                audience == null ? is.audience() : audience,
                note == null ? is.note() : note));
        return state == null ? worded : state.apply(worded, firstOpenDay);
    }
}
