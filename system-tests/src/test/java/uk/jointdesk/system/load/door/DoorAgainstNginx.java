package uk.jointdesk.system.load.door;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import uk.jointdesk.local.Part;

/**
 * The gateway beside nginx as a plain proxy, both in front of the same incident-service: how many requests a second pass
 * each, and how long they take at six tenths of what the slower one can do. What is compared takes turns, round after
 * round. Prints Markdown.
 *
 * <p>{@code -Dnginx=} names the program; {@code -Ddoor.seconds}, {@code -Ddoor.rounds} and {@code -Ddoor.connections}
 * make it shorter, longer or wider.
 */
public final class DoorAgainstNginx {

    private static final Duration PART = Duration.ofSeconds(Integer.getInteger("door.seconds", 10));
    private static final int ROUNDS = Integer.getInteger("door.rounds", 4);
    private static final int CONNECTIONS = Integer.getInteger("door.connections", 16);
    private static final int TICKETS = 300;
    private static final long SEED = 201_810;
    private static final String CLIENT = "lbl-client";

    private final FrontOfHouse house;
    private final Generator generator;
    private final Way direct;
    private final Way nginx;
    private final Way gateway;

    private DoorAgainstNginx(FrontOfHouse house, Generator generator, Nginx program) {
        this.house = house;
        this.generator = generator;
        this.direct = new Way("service alone", port(house, Part.INCIDENT));
        this.nginx = new Way("nginx", program.port());
        this.gateway = new Way("gateway", port(house, Part.GATEWAY));
    }

    private static int port(FrontOfHouse house, Part part) {
        return URI.create(house.suite().url(part)).getPort();
    }

    public static void main(String[] arguments) throws IOException {
        Path program = Path.of(System.getProperty("nginx", "/usr/sbin/nginx"));
        try (FrontOfHouse house = FrontOfHouse.open();
                Nginx nginx = new Nginx(program, house.directory("nginx"), port(house, Part.INCIDENT));
                Generator generator = new Generator(CONNECTIONS)) {
            new DoorAgainstNginx(house, generator, nginx).measure();
        }
    }

    private void measure() {
        List<Measurement> measured = new ArrayList<>();
        for (Question question : questions(house.tickets(CLIENT, "LBL", TICKETS))) {
            FrontOfHouse.say(question.name());
            warmUp(question);
            measured.add(measure(question));
        }
        System.out.println(new DoorReport(direct, nginx, gateway).of(measured));
    }

    private static List<Question> questions(List<String> references) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        return List.of(
                Question.get(
                        "read one ticket",
                        () -> "/api/v1/tickets/" + references.get(random.nextInt(references.size()))),
                Question.get("list a page of 50", () -> "/api/v1/tickets?limit=50"),
                Question.post("raise a ticket", "/api/v1/tickets", FrontOfHouse.NEW_TICKET));
    }

    private void warmUp(Question question) {
        for (int twice = 0; twice < 2; twice++) {
            for (Way way : List.of(direct, nginx, gateway)) {
                generator.closed(way, question, token(), PART);
            }
        }
    }

    private Measurement measure(Question question) {
        Measurement measurement = new Measurement(question.name());
        for (int round = 0; round < ROUNDS; round++) {
            for (Way way : inTurn(round)) {
                measurement.add(way, generator.closed(way, question, token(), PART));
            }
        }
        double rate = measurement.rate(nginx, gateway);
        for (int round = 0; round < ROUNDS; round++) {
            for (Way way : inTurn(round)) {
                measurement.add(way, generator.open(way, question, token(), rate, PART));
            }
        }
        return measurement;
    }

    /** Nobody always comes first, when the machine has rested. */
    private List<Way> inTurn(int round) {
        List<Way> ways = new ArrayList<>(List.of(direct, nginx, gateway));
        Collections.rotate(ways, round);
        if (round % 2 == 1) {
            Collections.reverse(ways);
        }
        return ways;
    }

    /** A new one each time: none ends while it is used. */
    private String token() {
        return house.suite().token(CLIENT);
    }
}
