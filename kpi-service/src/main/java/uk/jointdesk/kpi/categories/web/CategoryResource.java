package uk.jointdesk.kpi.categories.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.web.Answer;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.answer.web.PerformanceParams;
import uk.jointdesk.kpi.answer.web.Questions;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.categories.domain.Counted;
import uk.jointdesk.kpi.categories.domain.TopCategories;
import uk.jointdesk.kpi.categories.store.CategoryStore;
import uk.jointdesk.kpi.period.domain.Period;

@Path("/api/v1/performance/categories")
@Blocking
public class CategoryResource {

    public static final Explanation.Definition DEFINITION = new Explanation.Definition(
            "categories",
            1,
            "The categories with the most tickets of each group, of equals the first by name, and all others in one row;"
                    + " together they are every ticket of the group. Category and priority as last known; tickets"
                    + " without category are NONE. LOGGED: for the partner that held the ticket then; RESOLVED: each"
                    + " ticket once, at its last resolution.");
    private static final Set<Dimension> NORMALLY = EnumSet.of(Dimension.PRIORITY, Dimension.PARTNER, Dimension.PERIOD);
    private static final int MOST = 100;

    private final Questions questions;
    private final CategoryStore categories;

    public CategoryResource(Questions questions, CategoryStore categories) {
        this.questions = questions;
        this.categories = categories;
    }

    @GET
    @Operation(
            operationId = "categories",
            summary = "The categories with the most tickets, by priority and partner",
            description = "A row for each of the first, and one for all others, so that the rows add up.")
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.SERVICE_DESK,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    public Answer<CategoryRow> categories(
            @BeanParam PerformanceParams params,
            @QueryParam("top") @DefaultValue("6") @Parameter(description = "How many categories, 1 to 100") String top,
            @QueryParam("counted") @DefaultValue("LOGGED") @Parameter(description = "Tickets LOGGED or RESOLVED")
                    String counted) {
        int most = Asked.number("top", top, 1, MOST);
        Counted which = Asked.word(Counted.class, "counted", counted);
        Question question = questions.read(params, NORMALLY).brokenDownBy(Dimension.CATEGORY);
        PartnerRows partners = questions.rows(question.filter(), question.ownRows());
        var counts = categories.counts(which, question, partners);
        var cells = question.breakdown(partners).addUp(counts.figures(), 0L, Long::sum);
        List<Period> periods = question.periods();
        List<CategoryRow> rows = TopCategories.of(cells, most).entrySet().stream()
                .flatMap(group ->
                        CategoryRow.of(
                                group.getKey(), periods.get(group.getKey().period()), group.getValue())
                                .stream())
                .toList();
        return Answer.of(rows, params, Explanation.of(DEFINITION, question, counts.instant()));
    }
}
