package uk.jointdesk.gateway.contract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.gateway.contract.PublishedApis;
import uk.jointdesk.gateway.contract.ServiceApi;
import uk.jointdesk.gateway.problem.FieldError;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.route.Service;

/** What the door lets in and refuses, by the documents that the services publish. */
class RequestsOfTheSuiteTest {

    private static final String JSON = "application/json";
    private static final String PATCH = "application/merge-patch+json";

    private static final ServiceApi INCIDENT = PublishedApis.of(Service.INCIDENT);
    private static final ServiceApi KPI = PublishedApis.of(Service.KPI);
    private static final ServiceApi FINANCE = PublishedApis.of(Service.FINANCE);

    private static OperationCheck check(ServiceApi api, String method, String path) {
        return api.checkOf(api.find(method, path).orElseThrow().operation());
    }

    private static Optional<Problem> body(ServiceApi api, String method, String path, String type, String body) {
        return check(api, method, path).checkBody(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Problem> query(ServiceApi api, String path, String query) {
        return check(api, "GET", path).checkHead(query, MultiMap.caseInsensitiveMultiMap(), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"partner":"LBL","type":"INCIDENT","priority":"P3","title":"Screen stays dark","category":"Hardware"}""", """
                {"type":"SERVICE_REQUEST","priority":"P4","title":"Zürich","queue":null,"source":null,"loggedAt":"2021-06-07T08:00:00"}""", """
                {"partner":"XYZ","type":"INCIDENT","title":"x","loggedAt":"2019-03-31T01:30:00","notKnownHere":{"a":[1]}}"""})
    void what_a_service_has_to_decide_passes(String ticket) {
        assertThat(body(INCIDENT, "POST", "/api/v1/tickets", JSON, ticket)).isEmpty();
    }

    @Test
    void a_body_that_is_wrong_in_a_quarter_of_a_million_places_is_refused_for_one_of_them() {
        String zeros = "0,".repeat(250_000) + "0";
        String article = "{\"title\":\"x\",\"partners\":[" + zeros + "]}";
        Problem problem =
                body(INCIDENT, "POST", "/api/v1/knowledge", JSON, article).orElseThrow();
        assertThat(problem.errors()).hasSize(1);
        assertThat(body(INCIDENT, "PATCH", "/api/v1/knowledge/x", PATCH, article))
                .map(Problem::errors)
                .hasValueSatisfying(errors -> assertThat(errors).hasSize(1));
    }

    @Test
    void a_field_of_the_wrong_type_is_named() {
        Problem problem = body(INCIDENT, "POST", "/api/v1/tickets/LBL-1/notes", JSON, "{\"text\":1}")
                .orElseThrow();
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("body-malformed");
        assertThat(problem.errors()).containsExactly(new FieldError("/text", "is not a text"));
    }

    @Test
    void what_is_missing_and_what_is_too_long_is_named_as_the_services_name_it() {
        Problem problem = body(
                        INCIDENT,
                        "POST",
                        "/api/v1/tickets",
                        JSON,
                        "{\"title\":\"" + "x".repeat(501) + "\",\"source\":{\"system\":\"hornbill-lbl\"}}")
                .orElseThrow();
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.code()).isEqualTo("body-invalid");
        assertThat(problem.errors().stream().map(FieldError::pointer))
                .containsExactly("/source/reference", "/title", "/type");
    }

    @Test
    void a_word_that_is_none_of_the_vocabulary_is_malformed_and_the_vocabulary_is_said() {
        Problem problem = body(INCIDENT, "POST", "/api/v1/tickets/LBL-1/transitions", JSON, "{\"to\":\"ASLEEP\"}")
                .orElseThrow();
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("/to");
            assertThat(error.message()).startsWith("is one of NEW, ASSIGNED").doesNotContain("ASLEEP");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"type\":\"INCIDENT\",\"type\":\"INCIDENT\"}", "{} {}", "[]", "null", "\"x\""})
    void what_is_no_json_object_is_malformed_as_a_whole(String body) {
        Problem problem = body(INCIDENT, "POST", "/api/v1/tickets", JSON, body).orElseThrow();
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("body-malformed");
        assertThat(problem.errors().get(0).pointer()).isEmpty();
    }

    @Test
    void a_document_too_deep_for_anybody_is_malformed() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertThat(body(INCIDENT, "POST", "/api/v1/tickets", JSON, deep)
                        .orElseThrow()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_patch_says_only_what_changes_and_null_takes_away() {
        assertThat(body(INCIDENT, "PATCH", "/api/v1/tickets/LBL-1", PATCH, "{\"title\":\"x\",\"queue\":null}"))
                .isEmpty();
        assertThat(body(FINANCE, "PATCH", "/api/v1/budget-lines/2020-21/ICT-1", PATCH, "{\"title\":\"Licences\"}"))
                .isEmpty();
    }

    @Test
    void exact_numbers_are_numbers_or_text() {
        String preview = """
                {"total":{"amount":"100.00","currency":"GBP"},"method":"FIXED_PERCENT","weights":{"LBB":%s}}""";
        for (String weight : List.of("40.5", "\"40.5\"", "40")) {
            assertThat(body(FINANCE, "POST", "/api/v1/apportionments/preview", JSON, preview.formatted(weight)))
                    .as(weight)
                    .isEmpty();
        }
        assertThat(body(FINANCE, "POST", "/api/v1/apportionments/preview", JSON, preview.formatted("true"))
                        .orElseThrow()
                        .errors()
                        .get(0)
                        .pointer())
                .isEqualTo("/weights/LBB");
    }

    @Test
    void how_money_is_written_is_judged_by_the_service_in_its_own_words() {
        String preview = "{\"total\":{\"amount\":100.5},\"method\":\"EQUAL\",\"weights\":{\"LBB\":1}}";
        assertThat(body(FINANCE, "POST", "/api/v1/apportionments/preview", JSON, preview))
                .isEmpty();
    }

    @Test
    void a_drill_names_a_range_or_a_moment() {
        assertThat(query(KPI, "/api/v1/performance/drill", "set=open&at=2018-12-31"))
                .isEmpty();
        assertThat(query(KPI, "/api/v1/performance/drill", "at=2018-12-31")).isPresent();
    }

    @Test
    void a_form_may_be_any_json_and_a_month_is_text() {
        String item = "{\"code\":\"LAPTOP\",\"title\":\"Laptop\",\"form\":{\"type\":\"object\",\"empty\":\"yes\"}}";
        assertThat(body(INCIDENT, "POST", "/api/v1/catalogue", JSON, item).stream()
                        .flatMap(problem -> problem.errors().stream())
                        .map(FieldError::pointer))
                .noneMatch(pointer -> pointer.startsWith("/form"));
        String measurement = "{\"month\":\"2021-03\",\"numerator\":1,\"denominator\":2,\"evidence\":\"report\"}";
        assertThat(body(KPI, "POST", "/api/v1/kpis/AMS-01/measurements", JSON, measurement))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/tickets, partner=LBL&status=RESOLVED&priority=P1&q=laptop&olderThanDays=30&limit=500&sort=-loggedAt",
        "/api/v1/tickets, limit=",
        "/api/v1/budgets, limit=10&cursor=abc",
        "/api/v1/ticket-events, after=&limit=100&wait=5",
        "/api/v1/tickets/LBL-1/sla, asOf=2021-06-07T09:00:00Z",
        "/api/v1/feedback/summary, from=2021-01&to=2021-02"
    })
    void parameters_of_the_contract_pass(String path, String query) {
        ServiceApi api = path.contains("budgets") ? FINANCE : INCIDENT;
        assertThat(query(api, path, query)).isEmpty();
    }

    @Test
    void a_list_of_values_passes_whether_repeated_or_joined() {
        assertThat(query(
                        KPI,
                        "/api/v1/performance/compliance",
                        "from=2018-10&to=2018-12&groupBy=priority,partner&groupBy=period&periodicity=MONTH"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/tickets, statuss=NEW, parameter-unknown, query:statuss",
        "/api/v1/tickets, limit=many, parameter-invalid, query:limit",
        "/api/v1/tickets, %3Cb%3E=1, parameter-unknown, query:?b?",
        "/api/v1/tickets/tasks, escalated=perhaps, parameter-invalid, query:escalated"
    })
    void a_parameter_outside_the_contract_is_named(String path, String query, String code, String pointer) {
        Problem problem = query(INCIDENT, path, query).orElseThrow();
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.errors().get(0).pointer()).isEqualTo(pointer);
    }

    @Test
    void a_parameter_that_the_contract_requires_is_asked_for() {
        Problem problem =
                query(KPI, "/api/v1/performance/compliance", "from=2018-10").orElseThrow();
        assertThat(problem.code()).isEqualTo("parameter-invalid");
        assertThat(problem.errors()).containsExactly(new FieldError("query:to", "is required"));
    }

    @Test
    void that_no_version_was_named_is_for_the_service_to_say() {
        OperationCheck change = check(INCIDENT, "PATCH", "/api/v1/tickets/LBL-1");
        assertThat(change.checkHead(null, MultiMap.caseInsensitiveMultiMap(), false))
                .isEmpty();
    }

    @Test
    void a_link_that_travelled_by_mail_keeps_what_it_was_given_on_the_way() {
        OperationCheck survey = check(INCIDENT, "GET", "/api/v1/feedback/" + "a".repeat(64));
        assertThat(survey.checkHead("utm_source=mail", MultiMap.caseInsensitiveMultiMap(), true))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, false",
        "Application/JSON; charset=utf-8, false",
        "text/plain, true",
        "application/x-www-form-urlencoded, true"
    })
    void a_media_type_outside_the_contract_is_refused(String type, boolean refused) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Content-Type", type);
        Optional<Problem> problem = check(INCIDENT, "POST", "/api/v1/tickets").checkHead(null, headers, false);
        assertThat(problem.isPresent()).isEqualTo(refused);
        problem.ifPresent(said -> {
            assertThat(said.status()).isEqualTo(415);
            assertThat(said.code()).isEqualTo("media-type-unsupported");
        });
    }

    @Test
    void files_are_not_held() {
        OperationCheck imports = check(INCIDENT, "POST", "/api/v1/imports");
        assertThat(imports.readsBody("application/x-ndjson")).isFalse();
        assertThat(imports.readsBody("text/csv")).isFalse();
        OperationCheck measurements = check(KPI, "POST", "/api/v1/kpis/AMS-01/measurements");
        assertThat(measurements.readsBody("text/csv")).isFalse();
        assertThat(measurements.readsBody(JSON)).isTrue();
    }
}
