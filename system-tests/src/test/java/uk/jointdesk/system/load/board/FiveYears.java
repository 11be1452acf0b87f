package uk.jointdesk.system.load.board;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Five years of drawn tickets in the tables of incident-service and, where nobody wants to wait, of kpi-service. */
final class FiveYears {

    /** The same tickets at every measurement; the month of the first published figures. */
    private static final String SEED = "201810";

    private static final String LAST_EVENT =
            "select xid::text || ' ' || id from ticket_event order by xid desc, id desc limit 1";
    private static final String LAST_SURVEY = """
            select xid || ' ' || number from (
                select xid, number from survey union all select xid, number from survey_answer) told
             order by xid desc, number desc limit 1
            """;
    private static final String SECONDARY_INDEXES = """
            select c.relname, pg_get_indexdef(i.indexrelid) as definition
              from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
             where t.relname = any (string_to_array('%s', ','))
               and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
            """;

    /** Nothing in the drawn history breaks a rule, and looking for words is not what is measured. */
    private static final String UNCHECKED = "set local session_replication_role = replica;";

    private static final String ROOM = "set local work_mem = '128MB'; set local maintenance_work_mem = '512MB';"
            + " set local jit = off; select set_config('jointdesk.scope', '*', true);";

    private final Sql incident;
    private final Sql kpi;
    private final Map<String, String> words;

    FiveYears(Sql incident, Sql kpi, long tickets, Instant until) {
        this.incident = incident;
        this.kpi = kpi;
        this.words = Map.of("tickets", Long.toString(tickets), "seed", SEED, "until", until.toString());
    }

    void fillIncident() {
        fill(incident, "ticket,ticket_event,survey,survey_answer", UNCHECKED, "incident.sql", words);
    }

    /** To be called while kpi-service is away; it goes on after the last event that is here. */
    void fillKpi() {
        Map<String, String> more = new HashMap<>(words);
        more.put("position", position(incident.ask(LAST_EVENT)));
        more.put("surveyPosition", position(incident.ask(LAST_SURVEY)));
        fill(kpi, "ticket_fact,open_spell,response_fact,rating,survey,fact_event", "", "kpi.sql", more);
    }

    private static void fill(Sql database, String tables, String before, String script, Map<String, String> words) {
        Map<String, String> indexes = indexes(database, tables);
        StringBuilder all = new StringBuilder(ROOM).append(before);
        indexes.keySet()
                .forEach(index -> all.append("drop index ").append(index).append(";\n"));
        all.append(Scripts.of("drawn.sql", words)).append(Scripts.of(script, words));
        indexes.values().forEach(definition -> all.append(definition).append(";\n"));
        database.script(all.toString());
        database.run("vacuum analyze");
        database.run("checkpoint");
    }

    private static Map<String, String> indexes(Sql database, String tables) {
        Map<String, String> definitions = new HashMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SECONDARY_INDEXES.formatted(tables))) {
            while (rows.next()) {
                definitions.put(rows.getString("relname"), rows.getString("definition"));
            }
            return definitions;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A position as the feeds hand it out: the transaction and the row, between them a control character. */
    private static String position(String transactionAndRow) {
        byte[] keys = transactionAndRow.replace(' ', '\u001f').getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys);
    }
}
