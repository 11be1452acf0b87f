package uk.jointdesk.kpi.satisfaction.pack;

import java.util.List;
import java.util.Optional;
import uk.jointdesk.kpi.breakdown.domain.NamedTickets;
import uk.jointdesk.kpi.level.domain.Level;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Grid.Measure;
import uk.jointdesk.kpi.pack.domain.Verdict;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.satisfaction.domain.Said;
import uk.jointdesk.kpi.satisfaction.domain.Satisfaction;

/** The columns of a table of satisfaction: each a share of what was said, with the tickets it was said of. */
final class OpinionMeasures {

    static final String RESPONSE = "responseRate";

    private OpinionMeasures() {}

    /** @param level the response rate below which answers may not speak for the others */
    static List<Measure<NamedTickets<Said>>> of(Optional<Level> level) {
        return List.of(
                share("positive", "Positive", Said.POSITIVE, Said.NEUTRAL, Said.NEGATIVE),
                share("neutral", "Neutral", Said.NEUTRAL, Said.POSITIVE, Said.NEGATIVE),
                share("negative", "Negative", Said.NEGATIVE, Said.POSITIVE, Said.NEUTRAL),
                share("promoters", "Promoters", Said.PROMOTER, Said.PASSIVE, Said.DETRACTOR),
                share("detractors", "Detractors", Said.DETRACTOR, Said.PROMOTER, Said.PASSIVE),
                Measure.derived("nps", "Net promoter score", OpinionMeasures::netPromoterScore),
                share("satisfied", "Satisfied", Said.SATISFIED, Said.UNSATISFIED),
                share("timely", "Timely", Said.TIMELY, Said.UNTIMELY),
                response().judged(said -> verdict(said, level)));
    }

    static Measure<NamedTickets<Said>> response() {
        return share(RESPONSE, "Response rate", Said.RESPONDED, Said.SILENT);
    }

    static Amount positive(NamedTickets<Said> said) {
        return amount(said, Said.POSITIVE, Said.NEUTRAL, Said.NEGATIVE);
    }

    static Evidence positiveTickets(NamedTickets<Said> said) {
        return evidence(said, Said.POSITIVE, Said.NEUTRAL, Said.NEGATIVE);
    }

    /** The counts behind the tickets. */
    static Satisfaction counts(NamedTickets<Said> said) {
        return new Satisfaction(
                new Satisfaction.Ratings(
                        said.count(Said.POSITIVE), said.count(Said.NEUTRAL), said.count(Said.NEGATIVE)),
                new Satisfaction.Recommendations(
                        said.count(Said.PROMOTER), said.count(Said.PASSIVE), said.count(Said.DETRACTOR)),
                new Satisfaction.Answers(
                        said.count(Said.SATISFIED) + said.count(Said.UNSATISFIED),
                        said.count(Said.SATISFIED),
                        said.count(Said.TIMELY)),
                new Satisfaction.Invitations(
                        said.count(Said.RESPONDED) + said.count(Said.SILENT), said.count(Said.RESPONDED)));
    }

    private static Measure<NamedTickets<Said>> share(String code, String head, Said counted, Said... others) {
        return Measure.counted(
                code, head, said -> amount(said, counted, others), said -> evidence(said, counted, others));
    }

    private static Amount amount(NamedTickets<Said> said, Said counted, Said... others) {
        return Amount.ratio(said.count(counted), said.of(counted, others).size(), List.of());
    }

    private static Evidence evidence(NamedTickets<Said> said, Said counted, Said... others) {
        Said[] rest = java.util.Arrays.copyOfRange(others, 1, others.length);
        return Evidence.measured(said.of(counted), said.of(others[0], rest), List.of());
    }

    /** Below zero where more would warn than recommend, so it is no part of a whole. */
    private static Amount netPromoterScore(NamedTickets<Said> said) {
        var recommendations = counts(said).recommendations();
        return Amount.of(
                Amount.Unit.NUMBER,
                recommendations.count() == 0
                        ? null
                        : Fraction.of(recommendations.net(), recommendations.count())
                                .percent());
    }

    private static Verdict verdict(NamedTickets<Said> said, Optional<Level> level) {
        return level.map(agreed -> new Verdict(
                        agreed.target(),
                        agreed.minimum().orElse(null),
                        agreed.judge(response().amount().apply(said).fraction()).name(),
                        null))
                .orElse(null);
    }
}
