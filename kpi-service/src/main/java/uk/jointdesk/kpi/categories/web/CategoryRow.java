package uk.jointdesk.kpi.categories.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.answer.web.Group;
import uk.jointdesk.kpi.answer.web.Ratio;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.categories.domain.TopCategories;
import uk.jointdesk.kpi.period.domain.Period;

/** One of the categories with the most tickets of a group, or all its others in one. */
public record CategoryRow(
        @JsonUnwrapped Group group,

        @Schema(description = "1 for the most tickets; left out of the others")
        Integer rank,

        @Schema(description = "True in the row that holds every category not ranked")
        boolean others,

        @Schema(description = "How many categories the row holds")
        int categories,

        long tickets,

        @Schema(description = "Tickets of those of the whole group")
        Ratio share,

        @Schema(description = "Of the others: the categories that are not in it, as the drill takes them")
        List<String> exceptCategories) {

    static List<CategoryRow> of(Cell group, Period period, TopCategories top) {
        List<CategoryRow> rows = new ArrayList<>();
        for (TopCategories.Place place : top.places()) {
            rows.add(new CategoryRow(
                    Group.of(group.withCategory(place.category()), period),
                    rows.size() + 1,
                    false,
                    1,
                    place.tickets(),
                    Ratio.of(place.tickets(), top.total()),
                    null));
        }
        rows.add(others(group, period, top));
        return rows;
    }

    private static CategoryRow others(Cell group, Period period, TopCategories top) {
        return new CategoryRow(
                Group.of(group, period),
                null,
                true,
                top.otherCategories(),
                top.others(),
                Ratio.of(top.others(), top.total()),
                top.places().stream().map(TopCategories.Place::category).toList());
    }
}
