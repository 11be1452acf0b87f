package uk.jointdesk.kpi.pack.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.pack.domain.Appendix;
import uk.jointdesk.kpi.pack.domain.Ask;
import uk.jointdesk.kpi.pack.domain.Audience;
import uk.jointdesk.kpi.pack.domain.Contract;
import uk.jointdesk.kpi.pack.domain.Implication;
import uk.jointdesk.kpi.pack.domain.PackPlan;
import uk.jointdesk.kpi.pack.domain.PlannedSection;
import uk.jointdesk.kpi.period.domain.Range;

/** What an author sends to have a pack drafted. */
@Schema(description = "The plan of a pack: what it is about, for whom, and its sections in order.")
public record NewPack(
        @NotBlank @Size(max = 200) String title,

        @NotBlank @Size(max = 200) @Schema(description = "The meeting it is for", example = "Joint Management Board")
        String body,

        LocalDate meetingOn,

        @NotBlank @Schema(description = "First month, quarter or date, included", example = "2018-10")
        String from,

        @NotBlank @Schema(description = "Last month, quarter or date, included", example = "2018-12")
        String to,

        @Schema(description = "First month, quarter or date of the period to compare with")
        String compareFrom,

        String compareTo,

        @NotNull @Schema(description = "The widest audience it is published to")
        Audience audience,

        @NotEmpty @Size(max = 40) List<@NotNull @Valid SectionBody> sections,

        @Size(max = 7) List<@NotNull @Valid ImplicationBody> implications,

        @Size(max = 100) List<@NotBlank @Size(max = 500) String> backgroundPapers,

        @Size(max = 26) List<@NotNull @Valid AppendixBody> appendices,

        @Valid ContractBody contract) {

    /** A section in its place. */
    public record SectionBody(
            @NotBlank @Size(max = 40) String source,

            @Size(max = 200) String title,

            Audience audience,

            @Schema(description = "Who may read what it says of single partners; the section's audience unless told")
            Audience partnerAudience,

            @Schema(description = "What the meeting is asked to do with it")
            Ask ask,

            @Size(max = 50) List<@NotNull @Valid CommentaryBody> commentary,

            @Size(max = 20) Map<@NotBlank String, @NotNull @Size(max = 200) String> options) {}

    public record CommentaryBody(
            @NotBlank @Size(max = 5_000) String text, Audience audience) {}

    public record ImplicationBody(
            @NotNull Implication.Kind kind,
            @NotBlank @Size(max = 5_000) String text) {}

    public record AppendixBody(
            @NotNull @Pattern(regexp = "[A-Z]", message = "is one letter from A to Z")
            String letter,

            @NotBlank @Size(max = 200) String title) {}

    public record ContractBody(
            @Pattern(regexp = "ocds-[a-z0-9]{6}-[A-Za-z0-9-]+", message = "is an open contracting identifier")
            String ocid,

            @NotBlank @Size(max = 100) String reference,

            @NotBlank @Size(max = 200) String title,

            @NotBlank @Size(max = 200) String authority,

            @NotBlank @Size(max = 200) String supplier,

            @Pattern(regexp = "(100|\\d{1,2}(\\.\\d{1,2})?)", message = "is a percentage from 0 to 100")
            String inadequateBelow) {}

    PackPlan plan() {
        return new PackPlan(
                title,
                body,
                meetingOn,
                PlanDays.range(from, to, "/from", "/to"),
                PlanDays.optional(compareFrom, compareTo),
                audience,
                sections.stream().map(NewPack::section).toList(),
                each(implications)
                        .map(one -> new Implication(one.kind, one.text))
                        .toList(),
                each(backgroundPapers).toList(),
                each(appendices).map(one -> new Appendix(one.letter, one.title)).toList(),
                contract == null ? null : contract(contract));
    }

    private static PlannedSection section(SectionBody section) {
        return new PlannedSection(
                section.source,
                section.title,
                section.audience,
                section.partnerAudience,
                section.ask,
                each(section.commentary)
                        .map(words -> new PlannedSection.Commentary(words.text, words.audience))
                        .toList(),
                section.options);
    }

    private static Contract contract(ContractBody body) {
        return new Contract(
                body.ocid,
                body.reference,
                body.title,
                body.authority,
                body.supplier,
                body.inadequateBelow == null ? null : new BigDecimal(body.inadequateBelow));
    }

    /** The plan as its author would send it again. */
    static NewPack of(PackPlan plan) {
        Range compare = plan.compareWith();
        Contract contract = plan.contract();
        return new NewPack(
                plan.title(),
                plan.body(),
                plan.meetingOn(),
                plan.range().from().toString(),
                plan.range().to().toString(),
                compare == null ? null : compare.from().toString(),
                compare == null ? null : compare.to().toString(),
                plan.audience(),
                plan.sections().stream().map(NewPack::body).toList(),
                plan.implications().stream()
                        .map(one -> new ImplicationBody(one.kind(), one.text()))
                        .toList(),
                plan.backgroundPapers(),
                plan.appendices().stream()
                        .map(one -> new AppendixBody(one.letter(), one.title()))
                        .toList(),
                contract == null ? null : body(contract));
    }

    private static SectionBody body(PlannedSection section) {
        return new SectionBody(
                section.source(),
                section.title(),
                section.audience(),
                section.partnerAudience(),
                section.ask(),
                section.commentary().stream()
                        .map(words -> new CommentaryBody(words.text(), words.audience()))
                        .toList(),
                section.options());
    }

    private static ContractBody body(Contract contract) {
        return new ContractBody(
                contract.ocid(),
                contract.reference(),
                contract.title(),
                contract.authority(),
                contract.supplier(),
                contract.inadequateBelow() == null
                        ? null
                        : contract.inadequateBelow().toPlainString());
    }

    private static <T> java.util.stream.Stream<T> each(List<T> list) {
        return list == null ? java.util.stream.Stream.empty() : list.stream();
    }
}
