package uk.jointdesk.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import uk.jointdesk.local.Progress;
import uk.jointdesk.local.http.Http;

/**
 * What the three councils were billed for 2020-21, as the finance officer would have done it: the budget in quarters, what
 * came in, and at the outturn the rest. Budget and outturn are published. ASSUMPTION: the shares (so the register marks
 * them), the quarters, and the days on which anybody paid.
 *
 * <p>Every step is looked for before it is done, so that a start that was cut off goes on, and later ones find it done.
 */
public final class DemoBills {
    private static final String YEAR = "2020-21";
    private static final String ASSUMED =
            "Demo. ASSUMPTION: shares, instalments and days of payment are not published.";
    private static final String ESTIMATE = ASSUMED + " The published budget, in quarters";
    private static final String TRUE_UP = ASSUMED + " The published outturn, less the estimate";
    private static final LocalDate APPROVED = LocalDate.of(2020, 4, 1);
    private static final LocalDate OUTTURN = LocalDate.of(2021, 5, 20);
    private static final int DAYS_TO_PAY = 21;
    /** One council holds some of its last quarter back until the new year, so that something is overdue. */
    private static final String LATE_PARTNER = "LBS";

    private static final BigDecimal HELD_BACK = new BigDecimal("100000.00");
    private static final LocalDate PAID_LATE = LocalDate.of(2021, 4, 20);

    private final Http http;
    private final String api;
    private final Supplier<String> token;
    private final Progress progress;

    public DemoBills(Http http, String financeUrl, Supplier<String> token, Progress progress) {
        this.http = http;
        this.api = financeUrl + "/api/v1/";
        this.token = token;
        this.progress = progress;
    }

    /** Money received for a bill. */
    private record Payment(String partner, String bill, BigDecimal amount, LocalDate on, String reference) {}

    public void ensure() {
        boolean billed = run("ESTIMATE", ESTIMATE, "{\"count\":4,\"firstDueOn\":\"2020-05-01\"}", APPROVED);
        boolean paid = receive();
        boolean settled = run("TRUE_UP", TRUE_UP, "{\"count\":1,\"firstDueOn\":\"2021-06-30\"}", OUTTURN);
        if (billed || paid || settled) {
            progress.say("Billed " + YEAR + ": estimate, receipts and true-up");
        }
    }

    /** Drafts and issues a run, as far as it is not done; whether anything was to be done. */
    private boolean run(String kind, String note, String instalments, LocalDate issuedOn) {
        JsonNode run = known(note);
        if (run == null) {
            String draft = "{\"financialYear\":\"%s\",\"kind\":\"%s\",\"note\":\"%s\",\"instalments\":%s}"
                    .formatted(YEAR, kind, note, instalments);
            run = post("billing-runs", draft);
        }
        if (!run.path("status").asText().equals("DRAFT")) {
            return false;
        }
        post("billing-runs/" + run.path("id").asText() + "/issue", "{\"issuedOn\":\"" + issuedOn + "\"}");
        return true;
    }

    private JsonNode known(String note) {
        for (JsonNode run : list("billing-runs?financialYear=" + YEAR)) {
            if (run.path("note").asText().equals(note)) {
                return run;
            }
        }
        return null;
    }

    private boolean receive() {
        Set<String> booked = new HashSet<>();
        list("receipts?")
                .forEach(receipt -> booked.add(receipt.path("reference").asText()));
        List<Payment> missing = new ArrayList<>();
        for (JsonNode bill : list("bills?financialYear=" + YEAR)) {
            if (bill.path("issuedOn").asText().equals(APPROVED.toString())) {
                payments(bill).stream()
                        .filter(payment -> !booked.contains(payment.reference))
                        .forEach(missing::add);
            }
        }
        missing.forEach(this::book);
        return !missing.isEmpty();
    }

    private static List<Payment> payments(JsonNode bill) {
        String number = bill.path("number").asText();
        String partner = bill.path("partner").asText();
        BigDecimal amount = new BigDecimal(bill.path("amount").path("amount").asText());
        LocalDate day = LocalDate.parse(bill.path("dueOn").asText()).plusDays(DAYS_TO_PAY);
        boolean last =
                bill.path("instalment").asInt() == bill.path("instalments").asInt();
        String reference = "Demo " + number;
        if (!last || !partner.equals(LATE_PARTNER)) {
            return List.of(new Payment(partner, number, amount, day, reference));
        }
        return List.of(
                new Payment(partner, number, amount.subtract(HELD_BACK), day, reference),
                new Payment(partner, number, HELD_BACK, PAID_LATE, reference + " rest"));
    }

    private void book(Payment payment) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("partner", payment.partner).put("bill", payment.bill);
        body.putObject("amount").put("amount", payment.amount.toPlainString()).put("currency", "GBP");
        body.put("receivedOn", payment.on.toString()).put("reference", payment.reference);
        post("receipts", body.toString());
    }

    private JsonNode post(String path, String body) {
        return http.post(api + path, token.get(), "application/json", null, BodyPublishers.ofString(body));
    }

    private JsonNode list(String path) {
        return http.get(api + path + (path.endsWith("?") ? "" : "&") + "limit=500", token.get())
                .path("items");
    }
}
