package uk.jointdesk.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.suite.Api;
import uk.jointdesk.system.suite.OnSuite;

/**
 * Sixteen clients post to April and to May while April closes and finance-service is killed; whoever was not answered
 * sends the same again. Then nothing acknowledged is missing, nothing is there twice, and April is what its close froze.
 */
@OnSuite
class LedgerCrashIT {

    private static final String YEAR = "2046-47";
    private static final int CLIENTS = 16;
    private static final int BEFORE = 300;
    /** From before the close has its lock to after it has committed. */
    private static final int[] KILLED_AFTER_MILLIS = {2, 15, 60};

    private final Collection<Told> told = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stop = new AtomicBoolean();

    /** What a client was told in the end. */
    private record Told(int period, Books.Reply reply) {}

    @Test
    void killed_while_sixteen_clients_post_and_a_period_closes_the_ledger_loses_and_invents_nothing(
            Suite suite, Api api) {
        Books books = new Books(suite, api);
        open(books);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1);
        List<CompletableFuture<Void>> clients = IntStream.range(0, CLIENTS)
                .mapToObj(client -> CompletableFuture.runAsync(() -> post(books, client), threads))
                .toList();
        List<JsonNode> closes = new ArrayList<>();
        for (int period = 1; period <= KILLED_AFTER_MILLIS.length; period++) {
            await(BEFORE * period);
            closes.add(closeAndKill(suite, books, threads, period));
        }
        stop.set(true);
        clients.forEach(CompletableFuture::join);
        threads.shutdown();
        check(books, closes);
    }

    private static void open(Books books) {
        books.post("financial-years", "{\"code\":\"" + YEAR + "\"}", key()).ok();
        books.post("budgets", "{\"financialYear\":\"" + YEAR + "\",\"title\":\"T\",\"source\":\"test\"}", key())
                .ok();
        books.post("budget-lines", """
                        {"financialYear":"%s","code":"BASE","title":"T","kind":"BASE","scheme":"STS-BASE",
                         "budget":{"amount":"1000.00","currency":"GBP"},"source":"test"}""".formatted(YEAR), key()).ok();
    }

    /** Posts to each of the periods that close, and to one that does not. */
    private void post(Books books, int client) {
        for (int i = client; !stop.get(); i++) {
            int period = 1 + i % (KILLED_AFTER_MILLIS.length + 1);
            String journal = """
                    {"date":"2046-%02d-10","description":"client %d","lines":[
                     {"account":"EXPENDITURE","budgetLine":"BASE","debit":{"amount":"1.01","currency":"GBP"}},
                     {"account":"CREDITORS","credit":{"amount":"1.01","currency":"GBP"}}]}""".formatted(period + 3, client);
            told.add(new Told(period, books.post("postings", journal, key())));
        }
    }

    private JsonNode closeAndKill(Suite suite, Books books, ExecutorService threads, int period) {
        String key = key();
        CompletableFuture<JsonNode> close = CompletableFuture.supplyAsync(
                () -> books.post("periods/" + YEAR + "/" + period + "/close", "", key)
                        .ok(),
                threads);
        pause(KILLED_AFTER_MILLIS[period - 1]);
        suite.child(Part.FINANCE).kill();
        suite.restart(Part.FINANCE);
        return close.join();
    }

    private void await(int answers) {
        while (told.size() < answers) {
            pause(10);
        }
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void check(Books books, List<JsonNode> closes) {
        assertThat(told).extracting(each -> each.reply().status()).containsOnly(201, 409);
        Map<String, JsonNode> ledger = books.journals(YEAR);
        assertThat(ledger.keySet())
                .containsExactlyInAnyOrderElementsOf(told.stream()
                        .filter(each -> each.reply().status() == 201)
                        .map(each -> each.reply().body().path("id").asText())
                        .toList());
        ledger.values().forEach(LedgerCrashIT::balances);
        closes.forEach(close -> holds(ledger, close));
        JsonNode proof = books.get("ledger/proof");
        assertThat(proof.path("intact").asBoolean()).as("proof %s", proof).isTrue();
        assertThat(proof.path("unsealed").asInt()).isZero();
    }

    private static void balances(JsonNode journal) {
        assertThat(journal.path("lines")).hasSize(2);
        assertThat(journal.at("/lines/0/debit/amount").asText())
                .isEqualTo(journal.at("/lines/1/credit/amount").asText());
    }

    /** What the close froze is what the period holds, whatever came afterwards. */
    private static void holds(Map<String, JsonNode> ledger, JsonNode close) {
        long journals = ledger.values().stream()
                .filter(journal ->
                        journal.path("period").asInt() == close.path("period").asInt())
                .count();
        assertThat(close.at("/frozen/journals").asLong())
                .as("frozen in %s", close)
                .isEqualTo(journals);
        long pence = Long.parseLong(close.at("/frozen/debits/amount").asText().replace(".", ""));
        assertThat(pence).isEqualTo(journals * 101);
        assertThat(close.at("/frozen/credits")).isEqualTo(close.at("/frozen/debits"));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
