package uk.jointdesk.finance.code.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.code.domain.Dimension;
import uk.jointdesk.finance.code.domain.LedgerCode;

/** Codes as callers send them. */
public final class LedgerCodeInput {
    private LedgerCodeInput() {}

    @Schema(name = "NewLedgerCode")
    public record New(
            @NotNull Dimension dimension,

            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,31}")
            String code,

            @NotBlank @Size(max = 200) String title,

            @Schema(description = "First day it may be used; any day when absent")
            LocalDate activeFrom,

            @Schema(description = "Last day it may be used") LocalDate activeTo,

            @NotBlank @Size(max = 500) String source) {

        LedgerCode read() {
            return new LedgerCode(dimension, code, title, activeFrom, activeTo, source, 1);
        }
    }

    /** A merge patch: what is absent stays. */
    @Schema(name = "LedgerCodeChange")
    public record Change(
            @Size(min = 1, max = 200) String title,
            LocalDate activeFrom,
            LocalDate activeTo,
            @Size(min = 1, max = 500) String source) {

        LedgerCode applyTo(LedgerCode old) {
            return new LedgerCode(
                    old.dimension(),
                    old.code(),
                    title == null ? old.title() : title,
                    activeFrom == null ? old.activeFrom() : activeFrom,
                    activeTo == null ? old.activeTo() : activeTo,
                    source == null ? old.source() : source,
                    old.version());
        }
    }
}
