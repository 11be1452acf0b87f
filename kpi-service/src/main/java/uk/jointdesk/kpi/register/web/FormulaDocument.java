package uk.jointdesk.kpi.register.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.register.domain.Formula;
import uk.jointdesk.kpi.register.domain.FormulaKind;

/** What is counted from tickets. */
public record FormulaDocument(
        @Schema(description = "Begins to be in force; in a new entry the day it goes live unless told")
        LocalDate from,

        @NotNull FormulaKind kind,

        @Schema(description = "Only these types; left out, any") @Size(max = 2)
        Set<@NotNull String> types,

        @Schema(description = "Only these priorities; left out, any") @Size(max = 4)
        Set<@NotNull String> priorities,

        @Schema(description = "For OPEN_OLDER_THAN: older than so many days") @Min(1) @Max(3650)
        Integer days) {

    Formula toFormula(int version, LocalDate begins) {
        return new Formula(version, begins, kind, sorted(types), sorted(priorities), days == null ? 0 : days);
    }

    private static SortedSet<String> sorted(Set<String> words) {
        return new TreeSet<>(words == null ? Set.of() : words);
    }

    /** A version of a formula, in words too. */
    @Schema(name = "FormulaVersion")
    public record Version(
            int version,
            LocalDate from,
            FormulaKind kind,
            Set<String> types,
            Set<String> priorities,
            Integer days,
            String text) {

        static Version of(Formula formula) {
            return new Version(
                    formula.version(),
                    formula.from(),
                    formula.kind(),
                    formula.types(),
                    formula.priorities(),
                    formula.days() == 0 ? null : formula.days(),
                    formula.text());
        }
    }
}
