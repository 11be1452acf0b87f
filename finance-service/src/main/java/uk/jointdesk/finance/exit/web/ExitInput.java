package uk.jointdesk.finance.exit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.exit.domain.ExitItem;
import uk.jointdesk.finance.money.web.ExactNumber;
import uk.jointdesk.finance.money.web.MoneyInput;

/** What is settled with a partner that leaves, as a finance officer puts it together. */
@Schema(name = "ExitStatementInput")
public record ExitInput(
        @NotNull String partner,
        @NotNull LocalDate noticedOn,

        @NotNull @Schema(description = "Last day of membership")
        LocalDate leavingOn,

        @NotNull @Min(0) @Max(120) @Schema(description = "Agreed length of notice")
        Integer noticeMonths,

        @NotBlank @Size(max = 500) String source,
        Boolean assumption,
        @NotNull @Size(max = 200) List<@NotNull @Valid Item> items) {

    /** Either percent or scheme says which part is the partner's. */
    @Schema(name = "ExitItemInput")
    public record Item(
            @NotNull ExitItem.Kind kind,

            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,31}")
            String code,

            @NotBlank @Size(max = 200) String title,

            @NotNull @Schema(description = "Of the whole service, above zero")
            MoneyInput amount,

            @Schema(description = "The partner's part as agreed, 0 to 100")
            ExactNumber percent,

            @Schema(description = "The scheme whose ratio on the last day decides")
            String scheme,

            @NotBlank @Size(max = 500) String source,
            Boolean assumption) {}
}
