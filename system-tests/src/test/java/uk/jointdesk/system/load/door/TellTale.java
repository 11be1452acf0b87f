package uk.jointdesk.system.load.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import uk.jointdesk.local.Part;

/**
 * Whether the time of an answer tells a council that another one's ticket exists: Lewisham asks for tickets of Southwark
 * and, in turn, for such as there are none, in pairs whose order is drawn. Both are answered 404 in the same words. An
 * own ticket shows that a difference would be seen. Prints Markdown; {@code -Dtelltale.pairs=} changes how many.
 */
public final class TellTale {

    private static final int PAIRS = Integer.getInteger("telltale.pairs", 2_000);
    private static final int WARM_UP = 500;
    private static final int TICKETS = 300;
    private static final int RENEW_TOKEN_EVERY = 500;
    private static final int FAR_AWAY = 9_000_000;
    private static final long SEED = 201_810;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final String CLIENT = "lbl-client";

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FrontOfHouse house;
    private final List<String> others;
    private final List<String> own;
    private String token;
    private int asked;

    private TellTale(FrontOfHouse house) {
        this.house = house;
        this.others = house.tickets("lbs-client", "LBS", TICKETS);
        this.own = house.tickets(CLIENT, "LBL", TICKETS);
    }

    /** Something that can be asked of a ticket. */
    private record Operation(String name, String method, String path, String body) {}

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("read", "GET", "", null),
            new Operation("its timeline", "GET", "/timeline", null),
            new Operation("write a note", "POST", "/notes", "{\"text\":\"Thank you.\",\"visibility\":\"PUBLIC\"}"));

    public static void main(String[] arguments) throws IOException {
        try (FrontOfHouse house = FrontOfHouse.open()) {
            new TellTale(house).measure();
        }
    }

    private void measure() {
        line(
                "\n| asked for | through | another's, median | none, median | difference, 95 %% | guessed rightly | deviations |");
        line("|---|---|---|---|---|---|---|");
        for (Operation operation : OPERATIONS) {
            for (Part way : List.of(Part.INCIDENT, Part.GATEWAY)) {
                report(operation.name(), way, pairs(operation, way, others, 404));
            }
        }
        for (Part way : List.of(Part.INCIDENT, Part.GATEWAY)) {
            report("read, an own ticket", way, pairs(OPERATIONS.get(0), way, own, 200));
        }
    }

    private void report(String what, Part way, Pairs pairs) {
        Pairs.Estimate difference = pairs.difference(random);
        line(
                "| %s | %s | %.0f µs | %.0f µs | %.1f µs (%.1f to %.1f) | %.3f | %.1f |",
                what,
                way == Part.GATEWAY ? "gateway" : "service alone",
                Pairs.median(pairs.one()) / NANOS_PER_MICRO,
                Pairs.median(pairs.other()) / NANOS_PER_MICRO,
                difference.value() / NANOS_PER_MICRO,
                difference.from() / NANOS_PER_MICRO,
                difference.to() / NANOS_PER_MICRO,
                pairs.guessedRightly(),
                pairs.deviations());
    }

    private Pairs pairs(Operation operation, Part way, List<String> existing, int status) {
        FrontOfHouse.say(operation.name() + " through " + way);
        long[] there = new long[PAIRS];
        long[] none = new long[PAIRS];
        for (int pair = -WARM_UP; pair < PAIRS; pair++) {
            String reference = existing.get(random.nextInt(existing.size()));
            String absent = absent(others.get(random.nextInt(others.size())));
            boolean thereFirst = random.nextBoolean();
            long first = ask(operation, way, thereFirst ? reference : absent, thereFirst ? status : 404);
            long second = ask(operation, way, thereFirst ? absent : reference, thereFirst ? 404 : status);
            if (pair >= 0) {
                there[pair] = thereFirst ? first : second;
                none[pair] = thereFirst ? second : first;
            }
        }
        return new Pairs(there, none);
    }

    /** As many digits, the same council, and nothing behind it. */
    private static String absent(String reference) {
        int number = reference.lastIndexOf('-') + 1;
        int width = reference.length() - number;
        long far = (Long.parseLong(reference.substring(number)) + FAR_AWAY) % (long) Math.pow(10, width);
        return reference.substring(0, number) + String.format(Locale.ROOT, "%0" + width + "d", far);
    }

    private long ask(Operation operation, Part way, String reference, int expected) {
        HttpRequest request = request(operation, way, reference);
        try {
            long began = System.nanoTime();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            long took = System.nanoTime() - began;
            if (answer.statusCode() != expected) {
                throw new IllegalStateException(request + " -> " + answer.statusCode() + " " + answer.body());
            }
            return took;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpRequest request(Operation operation, Part way, String reference) {
        if (asked++ % RENEW_TOKEN_EVERY == 0) {
            token = house.suite().token(CLIENT);
        }
        String url = house.suite().url(way) + "/api/v1/tickets/" + reference + operation.path();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
        return operation.body() == null
                ? request.method(operation.method(), BodyPublishers.noBody()).build()
                : request.header("Content-Type", "application/json")
                        .method(operation.method(), BodyPublishers.ofString(operation.body()))
                        .build();
    }

    private static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
