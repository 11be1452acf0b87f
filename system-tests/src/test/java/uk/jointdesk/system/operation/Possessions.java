package uk.jointdesk.system.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.jointdesk.system.suite.Answer;
import uk.jointdesk.system.suite.Api;
import uk.jointdesk.system.suite.Imports;

/** One thing of every kind for each partner: found in the demo data, or made where the demo has none for everybody. */
public final class Possessions {

    private static final String NOBODY = "XXX";
    /** Nothing is ever sent: it is not active. */
    private static final String SUBSCRIPTION = """
            {"channel":"EMAIL","address":"a@example.org","topics":["survey.invited"],"active":false}""";

    private static final String ARTICLE = """
            {"title":"Of one council","body":"Text","audience":"PARTNERS","partners":["%s"],"state":"PUBLISHED",
             "reviewOn":"2040-01-01"}""";

    private final Api api;
    private final Map<String, Map<Thing, Possession>> owned = new HashMap<>();

    private Possessions(Api api) {
        this.api = api;
    }

    public static Possessions gathered(Api api) {
        Possessions possessions = new Possessions(api);
        for (String partner : Clients.PARTNERS) {
            possessions.find(partner);
            possessions.make(partner);
            assertThat(possessions.owned.get(partner)).as(partner).containsOnlyKeys(Thing.values());
        }
        return possessions;
    }

    public Possession of(String partner, Thing thing) {
        return owned.get(partner).get(thing);
    }

    /** Names by which only the partner itself, and who sees everybody's, may know what is the partner's. */
    public Set<String> namesOf(String partner) {
        Set<String> names = new LinkedHashSet<>();
        owned.get(partner).values().stream()
                .map(Possession::name)
                .filter(name -> !name.equals(partner))
                .forEach(names::add);
        return names;
    }

    private void find(String partner) {
        String of = "?limit=1&partner=" + partner;
        String resolved = first("desk", "tickets" + of + "&status=RESOLVED", "reference");
        own(partner, Thing.TICKET, resolved, partner + "-9999999");
        own(partner, Thing.BILL, first("finance", "bills" + of, "number"), partner + "-2020-21-999");
        own(partner, Thing.RECEIPT, first("finance", "receipts" + of, "id"), unknown());
        own(partner, Thing.DRIVER_VALUE, first("finance", "driver-values" + of, "id"), unknown());
        own(partner, Thing.ACCOUNT, partner, NOBODY);
        own(partner, Thing.STATEMENT, partner, NOBODY);
    }

    /** What only some partners have in the demo data, or none. */
    private void make(String partner) {
        String client = Clients.of("borough-client", partner);
        String title = "{\"title\":\"Of one council\",";
        String affected = "\"affectedPartners\":[\"" + partner + "\"]}";
        own(partner, Thing.IMPORT, imported(partner), unknown());
        own(partner, Thing.SUBSCRIPTION, made(client, "subscriptions", SUBSCRIPTION, "id"), unknown());
        own(partner, Thing.PROBLEM, made("desk", "problems", title + affected, "reference"), "PRB-9999999");
        own(
                partner,
                Thing.MAJOR_INCIDENT,
                made("desk", "major-incidents", title + "\"priority\":\"P2\"," + affected, "reference"),
                "MIR9999999");
        own(partner, Thing.ARTICLE, made("desk", "knowledge", ARTICLE.formatted(partner), "id"), unknown());
    }

    /** A history of one ticket that was over before any month that other tests look at. */
    private String imported(String partner) {
        String source = Clients.of("desk-integration", partner);
        String row = """
                {"source":"%s","reference":"ISOLATION-1","partner":"%s","event":"%s","at":"2017-12-04T%s:00:00Z"%s}
                """;
        String ticket = ",\"type\":\"INCIDENT\",\"priority\":\"P4\",\"title\":\"T\",\"category\":\"Network/VPN\"";
        Imports imports = new Imports(api, source, source);
        String id = imports.send(row.formatted(source, partner, "LOGGED", "09", ticket)
                + row.formatted(source, partner, "RESOLVED", "10", "")
                + row.formatted(source, partner, "CLOSED", "11", ""));
        imports.completed(id);
        return id;
    }

    private String made(String client, String kind, String body, String key) {
        Answer made = api.as(client).post("/api/v1/" + kind, body);
        return made.ok().path(key).asText();
    }

    private String first(String client, String list, String key) {
        JsonNode items = api.as(client).get("/api/v1/" + list).ok().path("items");
        assertThat(items).as(list).isNotEmpty();
        return items.path(0).path(key).asText();
    }

    private void own(String partner, Thing thing, String name, String unknown) {
        assertThat(name).as("%s of %s", thing, partner).isNotBlank();
        owned.computeIfAbsent(partner, any -> new EnumMap<>(Thing.class))
                .put(thing, new Possession(thing, name, thing.at(name), thing.at(unknown)));
    }

    private static String unknown() {
        return UUID.randomUUID().toString();
    }
}
