package uk.jointdesk.kpi.satisfaction.domain;

/**
 * What users thought of how tickets went, and how many of those asked said so. Counts add up over partners and time.
 *
 * @param answers answers to surveys given in the period, asked for or not
 * @param invitations surveys sent in the period
 */
public record Satisfaction(Ratings ratings, Recommendations recommendations, Answers answers, Invitations invitations) {
    public static final Satisfaction NONE = new Satisfaction(
            new Ratings(0, 0, 0), new Recommendations(0, 0, 0), new Answers(0, 0, 0), new Invitations(0, 0));

    /**
     * Ratings from 1 to 5.
     *
     * @param positive 4 and 5
     * @param neutral 3
     * @param negative 1 and 2
     */
    public record Ratings(long positive, long neutral, long negative) {
        public long count() {
            return positive + neutral + negative;
        }
    }

    /**
     * Answers to "would you recommend the service" from 0 to 10.
     *
     * @param promoters 9 and 10
     * @param passives 7 and 8
     * @param detractors up to 6
     */
    public record Recommendations(long promoters, long passives, long detractors) {
        public long count() {
            return promoters + passives + detractors;
        }

        /** The numerator of the net promoter score over {@link #count()}: below zero if more would warn than recommend. */
        public long net() {
            return promoters - detractors;
        }
    }

    /**
     * Answered surveys.
     *
     * @param satisfied those whose problem is gone
     * @param timely those for whom it was soon enough
     */
    public record Answers(long count, long satisfied, long timely) {}

    /**
     * Surveys sent.
     *
     * @param answered those of them that were answered, whenever
     */
    public record Invitations(long sent, long answered) {}

    public Satisfaction plus(Satisfaction other) {
        return new Satisfaction(
                new Ratings(
                        ratings.positive + other.ratings.positive,
                        ratings.neutral + other.ratings.neutral,
                        ratings.negative + other.ratings.negative),
                new Recommendations(
                        recommendations.promoters + other.recommendations.promoters,
                        recommendations.passives + other.recommendations.passives,
                        recommendations.detractors + other.recommendations.detractors),
                new Answers(
                        answers.count + other.answers.count,
                        answers.satisfied + other.answers.satisfied,
                        answers.timely + other.answers.timely),
                new Invitations(
                        invitations.sent + other.invitations.sent, invitations.answered + other.invitations.answered));
    }
}
