package uk.jointdesk.system.load.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Objects;

/** Three working days for P3 instead of two: tried on five years, and then in force for every ticket. */
final class OtherRules {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Somebody sets right what was written down wrongly, for all tickets there are. */
    private static final String SET_RIGHT = """
            update agreement_version set body = jsonb_set(body, '{targets}', (
                select jsonb_agg(case when target ->> 'priority' = 'P3'
                                      then jsonb_set(target, '{target,workingDays}', '%d') else target end order by place)
                  from jsonb_array_elements(body -> 'targets') with ordinality as t(target, place)))
             where agreement = 'IAA'
            """;

    private final Client incident;
    private final Client board;
    private final Sql incidentSql;
    private final Sql kpi;

    OtherRules(Client incident, Client board, Sql incidentSql, Sql kpi) {
        this.incident = incident;
        this.board = board;
        this.incidentSql = incidentSql;
        this.kpi = kpi;
    }

    /** What a trial took and what it said. */
    record Trial(double seconds, long judged, long askedTheClock, long changed) {}

    Trial tried(Dashboard.Span span) {
        ObjectNode wanted = JSON.createObjectNode();
        wanted.put("from", span.from().toString()).put("to", span.to().toString());
        wanted.putArray("agreements").add(agreement());
        wanted.put("everyCell", false);
        var answer = board.post("/api/v1/performance/what-if", "application/json", wanted.toString());
        JsonNode said = answer.json();
        return new Trial(
                answer.seconds(),
                said.path("judged").asLong(),
                said.path("judgedFromEvents").asLong(),
                said.path("ticketsChanged").asLong());
    }

    /** Seconds until every ticket is judged by another target for P3; a new event makes the service look at once. */
    double inForce(int workingDays, Runnable newEvent) {
        String before = judgedBy();
        incidentSql.script(SET_RIGHT.formatted(workingDays));
        long start = System.nanoTime();
        newEvent.run();
        return settled(before, start);
    }

    /** Seconds until the tickets that were put there by the back door are judged. */
    double firstJudged() {
        return settled(null, System.nanoTime());
    }

    private double settled(String before, long start) {
        String now = judgedBy();
        while (now == null || now.equals(before)) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("not every ticket was judged again in " + PATIENCE);
            }
            pause();
            now = judgedBy();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private String judgedBy() {
        return kpi.ask("select judged_by from feed_position");
    }

    private ObjectNode agreement() {
        for (JsonNode one : incident.get("/api/v1/agreements").json().path("items")) {
            if (one.path("code").asText().equals("IAA")) {
                ObjectNode changed = one.deepCopy();
                ((ArrayNode) changed.path("versions")).forEach(OtherRules::moreTime);
                return changed;
            }
        }
        throw new IllegalStateException("there is no agreement IAA");
    }

    private static void moreTime(JsonNode version) {
        for (JsonNode target : version.path("targets")) {
            if (Objects.equals(target.path("priority").asText(), "P3")) {
                ((ObjectNode) target.path("target")).put("workingDays", 3);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
