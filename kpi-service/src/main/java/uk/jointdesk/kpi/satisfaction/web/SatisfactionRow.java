package uk.jointdesk.kpi.satisfaction.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.answer.web.Group;
import uk.jointdesk.kpi.answer.web.Ratio;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.level.domain.Level;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.satisfaction.domain.Satisfaction;
import uk.jointdesk.kpi.satisfaction.domain.Silence;

/** What users of one group thought, with how many of those asked said so beside it. */
public record SatisfactionRow(
        @JsonUnwrapped Group group,

        @Schema(description = "Ratings from 1 to 5 given in the period")
        long rated,

        @Schema(description = "4 and 5") Ratio positive,

        @Schema(description = "3") Ratio neutral,

        @Schema(description = "1 and 2") Ratio negative,

        @Schema(description = "Answers from 0 to 10 to whether the user would recommend the service")
        long recommended,

        long promoters,
        long passives,
        long detractors,

        @Schema(description = "Net promoter score: promoters less detractors, of recommended; from -100.00 to 100.00")
        Ratio nps,

        @Schema(description = "Surveys answered in the period, asked for or not")
        long answers,

        Ratio satisfied,

        @Schema(description = "Soon enough, of answers") Ratio timely,

        @Schema(description = "Surveys sent in the period") long invited,

        @Schema(description = "Those of invited that were answered, whenever")
        long answered,

        Ratio responseRate,

        @Schema(description = "Left out where enough of those asked have answered")
        Warning warning) {

    /** Why the figures may not speak for everybody. */
    public record Warning(
            Silence code,

            @Schema(description = "The response rate below which the warning is given")
            String belowPercent) {}

    static SatisfactionRow of(Cell cell, Period period, Satisfaction satisfaction, Optional<Level> level) {
        var ratings = satisfaction.ratings();
        var recommendations = satisfaction.recommendations();
        var answers = satisfaction.answers();
        var invitations = satisfaction.invitations();
        return new SatisfactionRow(
                Group.of(cell, period),
                ratings.count(),
                Ratio.of(ratings.positive(), ratings.count()),
                Ratio.of(ratings.neutral(), ratings.count()),
                Ratio.of(ratings.negative(), ratings.count()),
                recommendations.count(),
                recommendations.promoters(),
                recommendations.passives(),
                recommendations.detractors(),
                Ratio.of(recommendations.net(), recommendations.count()),
                answers.count(),
                Ratio.of(answers.satisfied(), answers.count()),
                Ratio.of(answers.timely(), answers.count()),
                invitations.sent(),
                invitations.answered(),
                Ratio.of(invitations.answered(), invitations.sent()),
                warning(satisfaction, level));
    }

    private static Warning warning(Satisfaction satisfaction, Optional<Level> level) {
        String below =
                level.map(agreed -> agreed.target().setScale(2).toPlainString()).orElse(null);
        return Silence.of(satisfaction, level)
                .map(silence -> new Warning(silence, below))
                .orElse(null);
    }
}
