package uk.jointdesk.kpi.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.register.Registered;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.Autumn2018;
import uk.jointdesk.kpi.suite.Opinions2023;
import uk.jointdesk.kpi.suite.Spring2024;
import uk.jointdesk.kpi.suite.Stage;
import uk.jointdesk.kpi.suite.Told;
import uk.jointdesk.testkit.Tokens;

/** What is answered from kept months is what counting the tickets answers. */
@QuarkusTest
class KeptAnswersTest {

    /** Leaves nothing out, but nothing is kept of it: the tickets are counted. */
    private static final String COUNTED = "&exceptCategory=there%20is%20no%20such%20category";

    /** Everybody's queues one by one, of which nothing is kept by category. */
    private static final String EVERY_ORGANISATION = "&organisation=STS,NONE,LBB,LBL,LBS,LH,LGA,DEMO&top=3&counted=";

    @Inject
    Stage stage;

    @Inject
    Autumn2018 autumn;

    @Inject
    Spring2024 spring;

    @Inject
    Opinions2023 opinions;

    @Inject
    ScopedDb db;

    @BeforeEach
    void play() {
        autumn.play();
        spring.play();
        opinions.play();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/compliance?from=2018-09&to=2024-06",
                "/compliance?from=2018-09&to=2024-06&groupBy=partner,type,organisation&type=INCIDENT",
                "/compliance?from=2018-09&to=2024-06&groupBy=none&organisation=STS,NONE",
                "/volumes?from=2018-09&to=2024-06",
                "/volumes?from=2023-01&to=2024-06&groupBy=type,priority,period&partner=LBB,UNATTRIBUTED",
                "/reopens?from=2018-09&to=2024-06&groupBy=priority,partner,period",
                "/reopens?from=2024-01&to=2024-06&groupBy=organisation",
                "/satisfaction?from=2018-09&to=2024-06",
                "/satisfaction?from=2023-01&to=2023-12&groupBy=type,organisation&priority=P3,P4",
                "/resolution-times?from=2018-09&to=2024-06",
                "/resolution-times?from=2018-01&to=2024-12&groupBy=type,period&periodicity=YEAR&partner=LBL",
                "/resolution-times?from=2018-01&to=2024-12&groupBy=organisation,partner&priority=P2,P3&subBodies=true"
            })
    void kept_months_answer_as_the_tickets_do(String question) {
        for (String token : List.of(Tokens.board(), Tokens.borough("LBL"))) {
            assertThat(Ask.items(token, question)).as(question).isEqualTo(Ask.items(token, question + COUNTED));
        }
        assertThat(Ask.items(Tokens.board(), question)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGGED", "RESOLVED"})
    void kept_categories_answer_as_the_tickets_do(String counted) {
        String question = "/categories?from=2018-09&to=2024-06";
        assertThat(Ask.items(Tokens.board(), question + "&top=3&counted=" + counted))
                .isNotEmpty()
                .isEqualTo(Ask.items(Tokens.board(), question + EVERY_ORGANISATION + counted));
    }

    @Test
    void a_month_that_was_asked_for_before_answers_with_what_came_since() {
        String question = "/resolution-times?from=2016-08&to=2016-08&groupBy=none&partner=LBB&priority=P3";
        play("LBB-KA1", "2016-08-09T10:00:00Z");
        assertThat(elapsed(question)).containsEntry("count", 1);
        play("LBB-KA2", "2016-08-09T12:00:00Z");
        assertThat(elapsed(question)).containsEntry("count", 2);
        assertThat(Ask.items(Tokens.borough("LBL"), question.replace("&partner=LBB", "")))
                .allSatisfy(row -> assertThat(row).containsEntry("resolved", 0));
    }

    @Test
    void a_backlog_of_any_day_is_what_was_open_then() {
        for (LocalDate day = LocalDate.parse("2018-09-03"); day.getYear() < 2031; day = day.plusDays(297)) {
            Map<String, Object> row =
                    Ask.items(Tokens.board(), "/backlog?groupBy=none&at=" + day).get(0);
            assertThat(((Number) row.get("open")).longValue()).as("%s", day).isEqualTo(openAtTheEndOf(day));
        }
    }

    @Test
    void the_stock_of_old_tickets_at_the_end_of_a_month_is_that_of_its_last_day() {
        var months = Registered.json(Tokens.board(), "/kpis/IAA_PI_OPEN_30/results?from=2018-06&to=2020-11");
        List<String> stock = months.getList("items.month");
        assertThat(stock).hasSize(30);
        for (int i = 0; i < stock.size(); i++) {
            Map<String, Object> day = Ask.items(
                            Tokens.board(),
                            "/backlog?groupBy=none&at="
                                    + YearMonth.parse(stock.get(i)).atEndOfMonth())
                    .get(0);
            assertThat(months.getInt("items[" + i + "].numerator")).isEqualTo(day.get("openOver30Days"));
            assertThat(months.getInt("items[" + i + "].denominator")).isEqualTo(day.get("open"));
        }
        assertThat(months.getList("items.numerator", Integer.class)).anyMatch(old -> old > 0);
    }

    private long openAtTheEndOf(LocalDate day) {
        return db.as(PartnerScope.ALL).read(handle -> handle.createQuery("select count(*) from open_spell"
                        + " where started_on <= :day and (ended_on is null or ended_on > :day)")
                .bind("day", day)
                .mapTo(Long.class)
                .one());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> elapsed(String question) {
        return (Map<String, Object>) Ask.items(Tokens.board(), question).get(0).get("elapsed");
    }

    private void play(String ticket, String resolvedAt) {
        stage.play(Told.resolved(ticket, "LBB", "P3", "2016-08-09T09:00:00Z", resolvedAt)
                .lines());
    }
}
