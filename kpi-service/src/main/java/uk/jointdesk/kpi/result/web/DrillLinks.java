package uk.jointdesk.kpi.result.web;

import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.register.domain.Formula;
import uk.jointdesk.kpi.result.domain.KpiResult;

/** Where the tickets behind numerator and denominator are listed; a link is left out where there is no such list. */
@Schema(name = "KpiDrill")
public record DrillLinks(String numerator, String denominator) {

    private static final int LISTED_AGE = 30;

    static Optional<DrillLinks> of(KpiResult result) {
        return result.kpi().formula(result.month()).map(formula -> of(formula, result.month()));
    }

    private static DrillLinks of(Formula formula, YearMonth month) {
        return switch (formula.kind()) {
            case RESOLVED_WITHIN_TARGET ->
                new DrillLinks(flow("met", formula, month), flow("measured", formula, month));
            case OPEN_OLDER_THAN ->
                new DrillLinks(
                        formula.days() == LISTED_AGE ? stock("openOver30Days", formula, month) : null,
                        stock("open", formula, month));
            case LOGGED -> new DrillLinks(flow("logged", formula, month), null);
        };
    }

    private static String flow(String set, Formula formula, YearMonth month) {
        return link(set, "&from=" + month + "&to=" + month, formula);
    }

    private static String stock(String set, Formula formula, YearMonth month) {
        return link(set, "&at=" + month.atEndOfMonth(), formula);
    }

    private static String link(String set, String when, Formula formula) {
        String types = formula.types().isEmpty() ? "" : "&type=" + String.join(",", formula.types());
        String priorities = formula.priorities().isEmpty() ? "" : "&priority=" + String.join(",", formula.priorities());
        return "/api/v1/performance/drill?set=" + set + when + types + priorities;
    }
}
