package uk.jointdesk.kpi.suite;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Ratings and surveys of March 2023, in a queue of their own: LBB's tickets are rated as the board pack of February 2019
 * has it, 66 % positive, 20 % neutral, 14 % negative, and 4 % of those asked answer.
 */
@ApplicationScoped
public class Opinions2023 {

    /** The queue, as a query names it. */
    public static final String QUEUE = "&queue=Opinions";

    private static final String LOGGED = "2023-03-06T09:00:00Z";
    private static final String RESOLVED = "2023-03-06T10:00:00Z";

    private final Stage stage;
    private boolean played;

    public Opinions2023(Stage stage) {
        this.stage = stage;
    }

    public synchronized void play() {
        if (played) {
            return;
        }
        played = true;
        List<String> surveys = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String ticket = "OPN-LBB%02d".formatted(i);
            lines.addAll(resolved(ticket, "LBB")
                    .then("RATED", "2023-03-07T09:00:00Z", "rating", rating(i), "recommend", recommend(i))
                    .lines());
            surveys.add(fact(survey(ticket), "INVITED", ticket, "LBB", RESOLVED, ""));
        }
        surveys.add(answer("OPN-LBB00", "LBB", true, false));
        surveys.add(answer("OPN-LBB01", "LBB", true, true));
        // Asked, rated and then handed on: what was said was said about Lewisham.
        lines.addAll(resolved("OPN-LBL00", "LBL")
                .then("RATED", "2023-03-07T09:00:00Z", "rating", "1")
                .then("REOPENED", "2023-03-08T09:00:00Z")
                .then("PARTNER_CHANGED", "2023-03-08T10:00:00Z", "partner", "LBS")
                .then("RESOLVED", "2023-03-09T10:00:00Z")
                .lines());
        surveys.add(fact(survey("OPN-LBL00"), "INVITED", "OPN-LBL00", "LBL", RESOLVED, ""));
        surveys.add(answer("OPN-LBL00", "LBL", false, false));
        // Rated without being asked, and a rating that was taken back.
        lines.addAll(resolved("OPN-LBS00", "LBS")
                .then("RATED", "2023-03-07T09:00:00Z", "rating", "4")
                .then("RATED", "2023-03-07T09:30:00Z", "rating", "2")
                .then("CORRECTED", "2023-03-07T10:00:00Z", "supersedes", "OPN-LBS00-3")
                .lines());
        surveys.add(fact(survey("OPN-LBS00"), "UNASKED", "OPN-LBS00", "LBS", RESOLVED, ""));
        surveys.add(answer("OPN-LBS00", "LBS", true, true));
        // The surveys may be read before the tickets they are about.
        stage.surveys(surveys);
        stage.play(lines);
    }

    private static String rating(int number) {
        return number < 33 ? number % 2 == 0 ? "4" : "5" : number < 43 ? "3" : number % 2 == 0 ? "2" : "1";
    }

    private static String recommend(int number) {
        return number < 33 ? "9" : number < 43 ? "7" : "6";
    }

    private static Told resolved(String ticket, String partner) {
        return Told.of(ticket)
                .logged(partner, "P3", LOGGED, "Opinions", "STS", "Printing")
                .then("RESOLVED", RESOLVED);
    }

    private static UUID survey(String ticket) {
        return UUID.nameUUIDFromBytes(ticket.getBytes(StandardCharsets.UTF_8));
    }

    private static String answer(String ticket, String partner, boolean satisfied, boolean timely) {
        String said = ",\"satisfied\":%s,\"timely\":%s".formatted(satisfied, timely);
        return fact(survey(ticket), "ANSWERED", ticket, partner, "2023-03-07T09:00:00Z", said);
    }

    private static String fact(UUID survey, String event, String ticket, String partner, String at, String more) {
        return """
                {"survey":"%s","event":"%s","ticket":"%s","resolution":0,"partner":"%s","at":"%s"%s}""".formatted(survey, event, ticket, partner, at, more);
    }
}
