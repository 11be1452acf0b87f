package uk.jointdesk.system.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.operation.Clients;
import uk.jointdesk.system.suite.Api;
import uk.jointdesk.system.suite.OnSuite;
import uk.jointdesk.system.suite.Together;
import uk.jointdesk.testkit.Draw;

/**
 * Requests that are wrong in one way each, made from the contracts, to every operation: through the gateway as several
 * clients, and straight at each service, as somebody would send them who had got behind the gateway. {@code -Dfuzz.seed}
 * draws others than usual, {@code -Dfuzz.calls} so many for each operation at each door; what was called and heard is in
 * {@code target/fuzz.md}.
 */
@OnSuite
@EnabledIfSystemProperty(named = "fuzz", matches = "true", disabledReason = "scripts/fuzz puts them; they take minutes")
class FuzzIT {

    private static final long SEED = Long.getLong("fuzz.seed", 20_261_122);
    private static final int CALLS = Integer.getInteger("fuzz.calls", 10);
    /** As many are made at a time; some are a megabyte long. */
    private static final int ROUND = 10;

    /** Every operation hears at least so many at each of its doors. */
    private static final int LEAST = Math.min(CALLS, 8);

    /** What caches may still take when the first of the calls have filled them. */
    private static final long MOST_GROWTH = 48L << 20;

    private static final int ROLE_PERCENT = 85;

    private static final Tally TALLY = new Tally();
    private static List<Subject> subjects;
    private static Untouched untouched;
    private static Processes processes;
    private static Map<Part, Long> heldBefore;
    private static Map<Part, Long> heldAfter;
    private static Api api;

    @BeforeAll
    static void put_them_all(Api given, Suite suite) throws IOException {
        System.out.printf("wrong requests: -Dfuzz.seed=%d -Dfuzz.calls=%d%n", SEED, CALLS);
        api = given;
        subjects = new Subjects(given, suite).all();
        untouched = new Untouched(given, suite, subjects);
        processes = new Processes(suite);
        for (int round = 0; round * ROUND < CALLS; round++) {
            List<Shot> shots = shots(suite, SEED + round, Math.min(ROUND, CALLS - round * ROUND));
            int warm = round == 0 ? shots.size() / 3 : 0;
            assertThat(Together.wrong(shots.subList(0, warm))).isEmpty();
            heldBefore = round == 0 ? processes.held() : heldBefore;
            assertThat(Together.wrong(shots.subList(warm, shots.size()))).isEmpty();
        }
        heldAfter = processes.held();
        Files.writeString(Path.of("target", "fuzz.md"), TALLY.page(SEED));
    }

    private static List<Shot> shots(Suite suite, long seed, int calls) {
        Draw draw = Draw.from(seed);
        List<Shot> shots = new ArrayList<>();
        for (Subject subject : subjects) {
            for (Door door : doors(subject)) {
                Part part = door == Door.GATEWAY
                        ? Part.GATEWAY
                        : subject.described().service();
                new Plan(subject, door, seed)
                        .mutants(calls)
                        .forEach(mutant -> shots.add(
                                new Shot(subject, door, mutant, client(subject, draw), suite.url(part), api, TALLY)));
            }
        }
        return draw.shuffled(shots);
    }

    private static List<Door> doors(Subject subject) {
        return subject.described().service() == Part.GATEWAY
                ? List.of(Door.GATEWAY)
                : List.of(Door.GATEWAY, Door.SERVICE);
    }

    /** Mostly somebody who may call it, so that it is heard by more than the door. */
    private static String client(Subject subject, Draw draw) {
        List<String> anybody = Clients.ROLES.keySet().stream().sorted().toList();
        return draw.oneOf(draw.chance(ROLE_PERCENT) ? Subjects.clients(subject) : anybody);
    }

    @Test
    void every_answer_comes_in_time_is_typed_and_tells_nothing_of_the_inside() {
        assertThat(TALLY.wrong()).as("seed %d", SEED).isEmpty();
    }

    @Test
    void nothing_that_breaks_the_contract_is_taken() {
        assertThat(TALLY.lenient()).as("seed %d", SEED).isEmpty();
    }

    @Test
    void no_operation_is_left_out() {
        assertThat(subjects).hasSizeGreaterThan(300);
        for (Subject subject : subjects) {
            for (Door door : doors(subject)) {
                assertThat(TALLY.calls(door, subject.operation()))
                        .as(Tally.key(door, subject.operation()))
                        .isGreaterThanOrEqualTo(LEAST);
            }
        }
    }

    @Test
    void what_was_refused_changed_nothing() {
        assertThat(untouched.size()).isGreaterThan(30);
        assertThat(untouched.changed(TALLY.written())).as("seed %d", SEED).isEmpty();
    }

    @Test
    void every_process_is_ready_and_has_written_of_no_error() {
        assertThat(processes.notReady(api)).isEmpty();
        assertThat(processes.trouble()).as("seed %d", SEED).isEmpty();
    }

    @Test
    void no_value_has_become_part_of_a_statement() {
        assertThat(processes.brokenStatements()).as("seed %d", SEED).isEmpty();
    }

    @Test
    void no_process_holds_more_than_before() {
        Map<Part, Long> grown = new EnumMap<>(Part.class);
        heldAfter.forEach((part, held) -> grown.put(part, held - heldBefore.get(part)));
        assertThat(grown).as("bytes, seed %d", SEED).allSatisfy((part, bytes) -> assertThat(bytes)
                .isLessThan(MOST_GROWTH));
    }
}
