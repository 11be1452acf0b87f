package uk.jointdesk.kpi.headline.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.headline.domain.Figure;
import uk.jointdesk.kpi.headline.domain.Headline;

/**
 * A sentence, the cells it speaks of, and what it claims in a form that can be checked again.
 *
 * @param id what it is about; the same from period to period
 */
@Schema(name = "Headline")
public record HeadlineView(String id, String text, List<CellView> cells, List<ClaimDocument> claims) {

    /** @param asked which tickets it is about */
    static HeadlineView of(Headline headline, Filter asked) {
        return new HeadlineView(
                headline.id(),
                headline.text(),
                CellView.of(headline.figures(), asked),
                headline.claims().stream().map(HeadlineView::claim).toList());
    }

    private static ClaimDocument claim(Headline.Claim claim) {
        Figure first = claim.figures().get(0);
        return new ClaimDocument(
                null,
                first.measure().toString(),
                claim.kind(),
                first.priority(),
                distinct(claim.figures().stream().map(Figure::partner).toList()),
                distinct(claim.figures().stream().map(Figure::period).toList()));
    }

    private static List<String> distinct(List<String> values) {
        return values.stream().distinct().toList();
    }
}
