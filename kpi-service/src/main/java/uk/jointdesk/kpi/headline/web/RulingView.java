package uk.jointdesk.kpi.headline.web;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.headline.domain.Figure;
import uk.jointdesk.kpi.headline.domain.Ruling;

/**
 * What the figures say to a claim.
 *
 * @param contradictions why it is refused, with the figures
 * @param cautions what the words should also say: small numbers, steps that may be chance
 * @param cells every figure it was held against
 */
@Schema(name = "HeadlineRuling")
public record RulingView(
        ClaimDocument claim,
        Verdict verdict,
        List<ContradictionView> contradictions,
        List<String> cautions,
        List<CellView> cells) {

    /** A claim names partners, priority and periods, and is about any ticket beyond that. */
    private static final Filter EVERYTHING = new Filter(Set.of(), Set.of(), Set.of(), Set.of());

    /** Whether the figures bear the claim. */
    @Schema(name = "HeadlineVerdict")
    public enum Verdict {
        ACCEPTED,
        REFUSED
    }

    /** Figures that contradict a claim, and how. */
    @Schema(name = "HeadlineContradiction")
    public record ContradictionView(String words, List<CellView> cells) {}

    static RulingView of(ClaimDocument claim, Ruling ruling, List<Figure> figures) {
        return new RulingView(
                claim,
                ruling.holds() ? Verdict.ACCEPTED : Verdict.REFUSED,
                ruling.contradictions().stream()
                        .map(against ->
                                new ContradictionView(against.words(), CellView.of(against.figures(), EVERYTHING)))
                        .toList(),
                ruling.cautions(),
                CellView.of(figures, EVERYTHING));
    }
}
