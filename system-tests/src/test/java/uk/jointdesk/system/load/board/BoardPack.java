package uk.jointdesk.system.load.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pack from its draft to its publication, and every form in which it can be fetched. */
final class BoardPack {

    private static final List<String> FORMS = List.of("html", "pdf", "xlsx", "csv", "json");
    private static final String PLAN = """
            {"title":"Five years","body":"Joint Management Board","from":"%s","to":"%s","compareFrom":"%s","compareTo":"%s",
             "audience":"BOARD","sections":[
               {"source":"commentary","commentary":[{"text":"As measured."}]},
               {"source":"compliance"},{"source":"volumes"},{"source":"backlog"},{"source":"definitions"}]}
            """;

    private final Client author;
    private final Client approver;

    BoardPack(Client author, Client approver) {
        this.author = author;
        this.approver = approver;
    }

    /** Seconds of each step, in order, and of all of them as "all". */
    Map<String, Double> made(Dashboard.Span quarter, Dashboard.Span before) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        long start = System.nanoTime();
        String plan = PLAN.formatted(quarter.from(), quarter.to(), before.from(), before.to());
        var drafted = author.post("/api/v1/packs", "application/json", plan);
        seconds.put("draft", drafted.seconds());
        String pack = "/api/v1/packs/" + drafted.json().path("id").asText();
        seconds.put(
                "review",
                author.post(pack + "/review", "application/json", "{\"to\":\"REVIEW\"}")
                        .seconds());
        seconds.put(
                "publication",
                approver.post(pack + "/publication", "application/json", "").seconds());
        FORMS.forEach(form -> seconds.put(form, approver.get(pack + "." + form).seconds()));
        seconds.put("all", (System.nanoTime() - start) / 1e9);
        return seconds;
    }
}
