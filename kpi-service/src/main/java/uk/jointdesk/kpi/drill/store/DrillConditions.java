package uk.jointdesk.kpi.drill.store;

import uk.jointdesk.kpi.drill.domain.DrillSet;

/** Which rows a figure counts: the same conditions as in the figure's own query. */
final class DrillConditions {

    private static final String COUNTED = "counted_on between :from and :to and outcome in (%s)";
    private static final String ENTERED = "started_on between :from and :to and entered = '%s'";
    private static final String LEFT = "ended_on between :from and :to and left_by = '%s'";
    private static final String STANDING = "started_at < :before and (ended_at is null or ended_at >= :before)";

    private static final String RATED = "rated_on between :from and :to";
    private static final String ANSWERED = "answered_on between :from and :to";
    private static final String INVITED = "invited and invited_on between :from and :to";

    private DrillConditions() {}

    static String of(DrillSet set) {
        return switch (set) {
            case MET -> COUNTED.formatted("'MET'");
            case BREACHED -> COUNTED.formatted("'BREACHED'");
            case MEASURED -> COUNTED.formatted("'MET', 'BREACHED'");
            case RESOLVED -> COUNTED.formatted("'MET', 'BREACHED', 'NO_TARGET'");
            case EXCLUDED ->
                COUNTED.formatted("'NO_TARGET', 'CANCELLED', 'MERGED'")
                        + " and (cast(:reason as text) is null or outcome = :reason)";
            case REOPENED_BEFORE -> COUNTED.formatted("'MET', 'BREACHED', 'NO_TARGET'") + " and reopen_count > 0";
            case UNDONE -> LEFT.formatted("RESOLVED") + " and undone";
            case RATED -> RATED + " and rating is not null";
            case POSITIVE -> RATED + " and rating >= 4";
            case NEUTRAL -> RATED + " and rating = 3";
            case NEGATIVE -> RATED + " and rating <= 2";
            case RECOMMENDED -> RATED + " and recommend is not null";
            case PROMOTERS -> RATED + " and recommend >= 9";
            case PASSIVES -> RATED + " and recommend between 7 and 8";
            case DETRACTORS -> RATED + " and recommend <= 6";
            case ANSWERS -> ANSWERED;
            case SATISFIED -> ANSWERED + " and satisfied";
            case TIMELY -> ANSWERED + " and timely";
            case INVITED -> INVITED;
            case ANSWERED -> INVITED + " and answered_on is not null";
            case CLOSED -> "closed_on between :from and :to";
            case LOGGED -> ENTERED.formatted("LOGGED");
            case REOPENED -> ENTERED.formatted("REOPENED");
            case TRANSFERRED_IN -> ENTERED.formatted("TRANSFERRED");
            case RESOLUTIONS -> LEFT.formatted("RESOLVED");
            case CANCELLED -> LEFT.formatted("CANCELLED");
            case MERGED -> LEFT.formatted("MERGED");
            case TRANSFERRED_OUT -> LEFT.formatted("TRANSFERRED");
            case OPEN, OPEN_AT_START, OPEN_AT_END -> STANDING;
            case UNTRIAGED -> STANDING + " and (triaged_at is null or triaged_at >= :before)";
            case ON_HOLD -> STANDING + " and hold is not null and (cast(:reason as text) is null or hold = :reason)";
            case OPEN_OVER_30_DAYS -> STANDING + " and logged_at < :agedBefore";
        };
    }
}
