package uk.jointdesk.kpi.mitigation.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Who may decide what about a mitigation. */
public final class MitigationRules {

    private MitigationRules() {}

    /** Why a decision is refused. */
    public record Objection(String code, String message) {}

    /**
     * The first rule a decision breaks.
     *
     * @param others the other mitigations of the same KPI
     * @param approver whether who decides may approve
     */
    public static Optional<Objection> objection(
            Mitigation mitigation, Decision decision, List<Mitigation> others, LocalDate today, boolean approver) {
        return switch (decision.outcome()) {
            case WITHDRAWN -> toWithdraw(mitigation, approver);
            case REJECTED -> toDecide(mitigation, decision, today);
            case AGREED -> toDecide(mitigation, decision, today).or(() -> toAgree(mitigation, others));
        };
    }

    private static Optional<Objection> toDecide(Mitigation mitigation, Decision decision, LocalDate today) {
        if (mitigation.last().isPresent()) {
            return objection("mitigation-decided", "It has been decided.");
        }
        if (mitigation.state(today) == MitigationState.EXPIRED) {
            return objection("mitigation-expired", "The request has expired; it can be made anew.");
        }
        return mitigation.subject().equals(decision.subject())
                ? objection("mitigation-own", "Who asks for relief does not decide about it.")
                : Optional.empty();
    }

    private static Optional<Objection> toAgree(Mitigation mitigation, List<Mitigation> others) {
        return mitigation.request().months().stream()
                .filter(month -> others.stream().anyMatch(other -> other.relieves(month)))
                .findFirst()
                .flatMap(MitigationRules::relievedAlready);
    }

    private static Optional<Objection> relievedAlready(YearMonth month) {
        return objection("mitigation-overlaps", "Another mitigation is agreed for " + month + ".");
    }

    private static Optional<Objection> toWithdraw(Mitigation mitigation, boolean approver) {
        if (mitigation.last().isEmpty()) {
            return Optional.empty();
        }
        if (!mitigation.isAgreed()) {
            return objection("mitigation-decided", "There is nothing left to withdraw.");
        }
        return approver
                ? Optional.empty()
                : objection("mitigation-agreed", "The board agreed to it and takes it back.");
    }

    private static Optional<Objection> objection(String code, String message) {
        return Optional.of(new Objection(code, message));
    }
}
