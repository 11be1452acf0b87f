package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.finance.export.domain.BeancountText;
import uk.jointdesk.finance.export.domain.HledgerText;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.testkit.Tokens;

/** Programs of other houses add the ledger up again; each is left out, and reported so, where it is not installed. */
@QuarkusTest
class ReAddingTest extends ServiceTest {
    private static final String YEAR = "2039-40";
    private static boolean ready;

    @TempDir
    Path folder;

    @BeforeEach
    void a_year_with_every_account_and_awkward_words() {
        if (ready) {
            return;
        }
        budgetOf(YEAR);
        line(YEAR, "BASE", "BASE", "1000.00", "STS-BASE").statusCode(201);
        post("ledger-codes", "{\"dimension\":\"COST_CENTRE\",\"code\":\"RE-ADD\",\"title\":\"T\",\"source\":\"test\"}")
                .statusCode(201);
        for (Account account : Account.values()) {
            journal(account, account.mayNamePartner() ? "\"partner\":\"LBB\"," : "", "1234567.89");
            journal(account, "", "0.01");
        }
        journal(Account.CASH, "", "999999999999.99");
        ready = true;
    }

    private static void journal(Account account, String partner, String amount) {
        String line = account.isCost() ? "\"budgetLine\":\"BASE\"," : "";
        String other = account == Account.SUSPENSE ? "CASH" : "SUSPENSE";
        post(
                        "postings",
                        ("{\"date\":\"2039-05-10\",\"description\":\"(x) *! 50%% | \\\"a\\\\b\\\"; 2 GBP @ 3, é\\n= y\",\"lines\":["
                                        + "{\"account\":\"%s\",%s%s\"costCentre\":\"RE-ADD\",\"debit\":%s},"
                                        + "{\"account\":\"%s\",\"credit\":%s}]}")
                                .formatted(account, line, partner, money(amount), other, money(amount)))
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {YEAR, "2020-21", "2018-19"})
    void hledger_finds_the_same_balances(String year) throws IOException {
        String printed = installed("hledger")
                .run(List.of("-f", file(year, "hledger"), "balance", "--flat", "-N", "-E", "-O", "csv"));
        assertThat(read(printed.lines().skip(1), "\"([^\"]+)\",\"([-0-9.]+).*"))
                .isEqualTo(trialBalance(year, HledgerText::account));
    }

    @ParameterizedTest
    @ValueSource(strings = {YEAR, "2020-21", "2018-19"})
    void ledger_finds_the_same_balances(String year) throws IOException {
        String format = "%(account)\t%(display_total)\n";
        String printed = installed("ledger")
                .run(List.of(
                        "-f",
                        file(year, "hledger"),
                        "balance",
                        "--flat",
                        "--no-total",
                        "--empty",
                        "--balance-format",
                        format));
        assertThat(read(printed.lines(), "([^\t]+)\t([-0-9.]+).*")).isEqualTo(trialBalance(year, HledgerText::account));
    }

    @ParameterizedTest
    @ValueSource(strings = {YEAR, "2020-21", "2018-19"})
    void beancount_finds_the_same_balances(String year) throws IOException {
        String file = file(year, "beancount");
        assertThat(installed("bean-check").run(List.of(file))).isEmpty();
        String printed = installed("bean-query")
                .run(List.of("-f", "csv", file, "select account, sum(number) as total group by account"));
        assertThat(read(printed.lines().skip(1), "([^ ,]+) *, *([-0-9.]+).*"))
                .isEqualTo(trialBalance(year, BeancountText::account));
    }

    @Test
    void the_file_is_for_those_who_see_the_whole_service() {
        String path = "/api/v1/journal.hledger?financialYear=" + YEAR;
        as(Tokens.auditor()).accept("*/*").get(path).then().statusCode(200).contentType("text/plain");
        as(Tokens.borough("LBB")).get(path).then().statusCode(403);
        as(Tokens.of("narrow", List.of("auditor"), List.of("LBB")))
                .get(path)
                .then()
                .statusCode(403)
                .body("code", is("scope-too-narrow"));
        board().get(path + "&format=excel").then().statusCode(400).body("errors.pointer", contains("query:format"));
        board().get("/api/v1/journal.hledger").then().statusCode(400);
        board().get("/api/v1/journal.hledger?financialYear=2096-97").then().statusCode(404);
    }

    private static Program installed(String name) {
        Program program = new Program(name);
        assumeTrue(program.isInstalled(), name + " is not installed");
        return program;
    }

    private String file(String year, String format) throws IOException {
        String text = board().accept("*/*")
                .get("/api/v1/journal.hledger?financialYear=" + year + "&format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Files.writeString(folder.resolve(year + "." + format), text).toString();
    }

    /** By name of the account, what is not zero. */
    private static Map<String, Money> read(java.util.stream.Stream<String> lines, String pattern) {
        Map<String, Money> balances = new TreeMap<>();
        lines.forEach(line -> {
            assertThat(line).matches(pattern);
            put(balances, line.replaceFirst(pattern, "$1"), line.replaceFirst(pattern, "$2"));
        });
        return balances;
    }

    private static void put(Map<String, Money> balances, String account, String amount) {
        if (!amount.matches("0(\\.0+)?")) {
            balances.put(account, Money.parse(amount));
        }
    }

    private static Map<String, Money> trialBalance(String year, Function<Entry, String> name) {
        List<Map<String, Object>> rows = new JsonPath(board().get("/api/v1/trial-balance?financialYear=" + year)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .getList("items");
        Map<String, Money> balances = new TreeMap<>();
        for (Map<String, Object> row : rows) {
            Entry entry = new Entry(
                    Account.valueOf((String) row.get("account")),
                    (String) row.get("budgetLine"),
                    (String) row.get("partner"),
                    Money.ZERO);
            put(balances, name.apply(entry), (String) ((Map<?, ?>) row.get("balance")).get("amount"));
        }
        assertThat(balances).isNotEmpty();
        return balances;
    }
}
