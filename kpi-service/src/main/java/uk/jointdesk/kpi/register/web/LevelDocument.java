package uk.jointdesk.kpi.register.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.register.domain.Level;

/** The service levels in force from a day on, until the next ones. */
public record LevelDocument(
        @NotNull LocalDate from,

        @Schema(description = "Target service level", examples = "95") @NotNull @Pattern(regexp = Wording.DECIMAL)
        String tsl,

        @Schema(description = "Minimum service level; without one only green or red", examples = "90")
        @Pattern(regexp = Wording.DECIMAL)
        String msl,

        @Schema(description = "From here on the result is rated Inadequate; else the rating rule decides")
        @Pattern(regexp = Wording.DECIMAL)
        String inadequate,

        @Schema(description = "Where the levels are agreed")
        @NotBlank
        @Size(max = Wording.NOTE)
        @Pattern(regexp = Wording.PLAIN)
        String source,

        @Schema(description = "Reference of the contract change notice")
        @Size(max = Wording.REFERENCE)
        @Pattern(regexp = Wording.PLAIN)
        String ccn) {

    Level toLevel() {
        return new Level(from, new BigDecimal(tsl), decimal(msl), decimal(inadequate), source, ccn);
    }

    static LevelDocument of(Level level) {
        return new LevelDocument(
                level.from(),
                plain(level.tsl()),
                plain(level.msl()),
                plain(level.inadequate()),
                level.source(),
                level.ccn());
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    /** 95.0000 as a contract writes it: 95. */
    private static String plain(BigDecimal level) {
        return level == null ? null : level.stripTrailingZeros().toPlainString();
    }
}
