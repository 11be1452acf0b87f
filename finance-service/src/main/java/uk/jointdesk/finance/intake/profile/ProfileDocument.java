package uk.jointdesk.finance.intake.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.intake.domain.AmountFormat;
import uk.jointdesk.finance.intake.domain.CodeRules;
import uk.jointdesk.finance.intake.domain.DateFormats;
import uk.jointdesk.finance.intake.domain.Encoding;
import uk.jointdesk.finance.intake.domain.ImportProfile;
import uk.jointdesk.finance.intake.domain.Layout;
import uk.jointdesk.finance.intake.domain.NaturalPersons;
import uk.jointdesk.finance.intake.domain.Negative;
import uk.jointdesk.finance.posting.domain.Account;

/** An import profile as it is written down and kept. What is left out has the value that most extracts need. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImportProfile")
public record ProfileDocument(
        @NotBlank @Size(max = 200) String title,

        @Schema(description = "Lines of one source are known by their id or digest, whichever profile reads them")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}")
        String source,

        @Schema(description = "DETECT unless given: byte order mark, else UTF-8 if the body is, else windows-1252")
        Encoding encoding,

        @Pattern(regexp = "[,;|\t]") String delimiter,

        @Schema(description = "Lines before the header is looked for") @Min(0) @Max(1000)
        Integer linesToSkip,

        @Schema(description = "How many lines are looked at for the one that names all columns; 25 unless given")
        @Min(1)
        @Max(1000)
        Integer headerWithin,

        @Schema(description = "Words that begin a row of totals, which is compared with the rows and not posted")
        @Size(max = 20)
        List<@NotBlank String> totals,

        @Size(max = 10) List<Layout.@NotNull Repair> repairs,
        @NotNull @Valid ColumnNames columns,

        @Schema(description = "Tried in order; dd/MM/yyyy unless given") @Size(min = 1, max = 10)
        List<@NotBlank @Size(max = 40) String> dateFormats,

        @Valid Amounts amounts,

        @Schema(
                description = "Values of the payeeType column that say that a payee is a natural person, whatever their"
                        + " case; its name and what it was paid for are then not published")
        @Size(min = 1, max = 100)
        List<@NotBlank @Size(max = 200) String> naturalPersons,

        @Schema(description = "CREDITORS unless given") Account credit,

        @NotNull @Size(max = 5000) List<@NotNull @Valid CodeDocument> codes) {

    /** How pounds are written; everything is allowed unless it is given. */
    @Schema(name = "ImportAmounts")
    public record Amounts(
            boolean thousands, boolean poundSign, @NotNull Set<@NotNull Negative> negatives) {
        AmountFormat format() {
            return new AmountFormat(thousands, poundSign, negatives);
        }
    }

    private static final int HEADER_WITHIN = 25;

    /** @throws uk.jointdesk.finance.refusal.domain.RuleBroken when it does not make sense */
    public ImportProfile profile(String name, int version) {
        Account balancing = credit == null ? Account.CREDITORS : credit;
        DateFormats dates = DateFormats.of(dateFormats == null ? List.of("dd/MM/yyyy") : dateFormats);
        AmountFormat format = amounts == null ? AmountFormat.ANY : amounts.format();
        CodeRules rules = new CodeRules(CodeDocument.rules(codes));
        NaturalPersons persons = NaturalPersons.of(naturalPersons == null ? List.of() : naturalPersons);
        return new ImportProfile(
                name, version, source, layout(), columns.byField(), dates, format, balancing, rules, persons);
    }

    private Layout layout() {
        return new Layout(
                encoding == null ? Encoding.DETECT : encoding,
                delimiter == null ? ',' : delimiter.charAt(0),
                linesToSkip == null ? 0 : linesToSkip,
                headerWithin == null ? HEADER_WITHIN : headerWithin,
                totals == null ? List.of() : totals,
                repairs == null ? List.of() : repairs);
    }
}
