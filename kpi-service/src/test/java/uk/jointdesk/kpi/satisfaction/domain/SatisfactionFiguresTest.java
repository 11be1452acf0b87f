package uk.jointdesk.kpi.satisfaction.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.level.domain.Level;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.satisfaction.domain.Satisfaction.Answers;
import uk.jointdesk.kpi.satisfaction.domain.Satisfaction.Invitations;
import uk.jointdesk.kpi.satisfaction.domain.Satisfaction.Ratings;
import uk.jointdesk.kpi.satisfaction.domain.Satisfaction.Recommendations;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class SatisfactionFiguresTest {

    private static final Optional<Level> TEN_PERCENT = Optional.of(new Level(false, BigDecimal.TEN, Optional.empty()));

    @Test
    void the_net_promoter_score_is_the_share_that_recommends_less_the_share_that_warns() {
        Laws.forAll("nps", draw -> draw.listOf(1, d -> d.between(0, 10)), Laws.oracleCases(), scores -> {
            Recommendations counted = counted(scores);
            Fraction promoters =
                    share(scores.stream().filter(score -> score > 8).count(), scores);
            Fraction detractors =
                    share(scores.stream().filter(score -> score < 7).count(), scores);
            assertThat(Fraction.of(counted.net(), counted.count())).isEqualTo(promoters.minus(detractors));
        });
    }

    @Test
    void the_pack_of_2019_has_52_promoters_more_than_detractors_in_a_hundred() {
        Recommendations pack = new Recommendations(66, 20, 14);
        assertThat(Fraction.of(pack.net(), pack.count()).percent()).isEqualTo("52.00");
        Recommendations warned = new Recommendations(0, 1, 2);
        assertThat(Fraction.of(warned.net(), warned.count()).percent()).isEqualTo("-66.67");
    }

    @Test
    void satisfaction_of_different_tickets_adds_up_in_any_order() {
        Laws.forAll(
                "plus", draw -> List.of(drawn(draw), drawn(draw), drawn(draw)), Laws.oracleCases(), three -> assertThat(
                                three.get(0).plus(three.get(1)).plus(three.get(2)))
                        .isEqualTo(three.get(2).plus(three.get(0).plus(three.get(1))))
                        .satisfies(sum -> assertThat(sum.ratings().count())
                                .isEqualTo(three.stream()
                                        .mapToLong(one -> one.ratings().count())
                                        .sum())));
    }

    @Test
    void a_warning_is_given_below_the_stated_rate_and_where_nobody_was_asked() {
        assertThat(Silence.of(asked(100, 10), TEN_PERCENT)).isEmpty();
        assertThat(Silence.of(asked(1_000, 99), TEN_PERCENT)).contains(Silence.LOW_RESPONSE);
        assertThat(Silence.of(asked(100, 4), Optional.empty())).isEmpty();
        assertThat(Silence.of(asked(0, 0), TEN_PERCENT)).contains(Silence.NOBODY_ASKED);
        assertThat(Silence.of(Satisfaction.NONE, TEN_PERCENT)).isEmpty();
    }

    private static Satisfaction asked(long sent, long answered) {
        return new Satisfaction(
                new Ratings(1, 0, 0),
                new Recommendations(0, 0, 0),
                new Answers(0, 0, 0),
                new Invitations(sent, answered));
    }

    private static Satisfaction drawn(Draw draw) {
        return new Satisfaction(
                new Ratings(draw.between(0, 9), draw.between(0, 9), draw.between(0, 9)),
                new Recommendations(draw.between(0, 9), draw.between(0, 9), draw.between(0, 9)),
                new Answers(draw.between(0, 9), draw.between(0, 9), draw.between(0, 9)),
                new Invitations(draw.between(0, 9), draw.between(0, 9)));
    }

    private static Recommendations counted(List<Integer> scores) {
        Recommendations counted = new Recommendations(0, 0, 0);
        for (int score : scores) {
            counted = new Recommendations(
                    counted.promoters() + (score >= 9 ? 1 : 0),
                    counted.passives() + (score == 7 || score == 8 ? 1 : 0),
                    counted.detractors() + (score <= 6 ? 1 : 0));
        }
        return counted;
    }

    private static Fraction share(long part, List<Integer> scores) {
        return Fraction.of(part, scores.size());
    }
}
