package uk.jointdesk.kpi.mitigation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.mitigation.domain.Decision;
import uk.jointdesk.kpi.mitigation.domain.Mitigation;
import uk.jointdesk.kpi.mitigation.domain.MitigationState;
import uk.jointdesk.kpi.mitigation.domain.Outcome;

/** A request for relief and what became of it. */
@Schema(name = "Mitigation")
public record MitigationView(
        UUID id,
        String kpi,
        List<String> months,

        @Schema(description = "Today. An agreed one that has expired still stands for its months")
        MitigationState state,

        @Schema(description = "Whether it takes away the points of its months")
        boolean agreed,

        String reason,
        String dependency,
        String impact,
        String pathToGreen,
        String problem,
        LocalDate expiresOn,
        Instant requestedAt,
        @Schema(description = "The client that asked") String client,

        @Schema(description = "The opaque subject behind the client")
        String subject,

        List<DecisionView> decisions) {

    /** A decision about it. */
    @Schema(name = "MitigationDecision")
    public record DecisionView(Outcome outcome, String reason, Instant at, String client, String subject) {
        static DecisionView of(Decision decision) {
            return new DecisionView(
                    decision.outcome(), decision.reason(), decision.at(), decision.client(), decision.subject());
        }
    }

    static MitigationView of(Mitigation one, LocalDate today) {
        var request = one.request();
        return new MitigationView(
                one.id(),
                request.kpi(),
                request.months().stream().map(YearMonth::toString).toList(),
                one.state(today),
                one.isAgreed(),
                request.reason(),
                request.dependency(),
                request.impact(),
                request.pathToGreen(),
                request.problem(),
                request.expiresOn(),
                one.requestedAt(),
                one.client(),
                one.subject(),
                one.decisions().stream().map(DecisionView::of).toList());
    }
}
