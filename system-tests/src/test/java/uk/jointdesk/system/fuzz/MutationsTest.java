package uk.jointdesk.system.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.Part;
import uk.jointdesk.testkit.Draw;

/** What is drawn from the published contracts is wrong in the way that it says, and the same for the same seed. */
class MutationsTest {

    private static final int CALLS = 10;

    private static List<Subject> subjects;

    @BeforeAll
    static void read_the_contracts() {
        subjects = PublishedContracts.subjects();
    }

    private static List<Subject> withJson() {
        return subjects.stream().filter(Subject::hasJson).toList();
    }

    @Test
    void what_is_made_wrong_was_right_before() {
        assertThat(withJson())
                .hasSizeGreaterThan(100)
                .filteredOn(subject -> subject.described()
                        .rule()
                        .isBrokenBy(subject.operation(), bytes(subject.fitting().toString())))
                .extracting(Subject::operation)
                .isEmpty();
    }

    @Test
    void the_same_seed_draws_the_same_and_another_seed_something_else() {
        assertThat(drawn(1)).isEqualTo(drawn(1)).isNotEqualTo(drawn(2));
    }

    private static List<String> drawn(long seed) {
        return subjects.stream()
                .flatMap(subject -> new Plan(subject, Door.SERVICE, seed).mutants(CALLS).stream())
                .map(mutant -> mutant.category() + " " + mutant.what() + " "
                        + mutant.request().curl(""))
                .toList();
    }

    @Test
    void every_operation_is_called_as_often_as_was_asked_for_at_each_door() {
        for (Subject subject : subjects) {
            assertThat(new Plan(subject, Door.GATEWAY, 7).mutants(CALLS)).hasSize(CALLS);
            assertThat(new Plan(subject, Door.SERVICE, 7).mutants(CALLS)).hasSizeGreaterThanOrEqualTo(CALLS);
        }
    }

    @Test
    void every_category_is_drawn() {
        Set<Category> drawn = EnumSet.noneOf(Category.class);
        subjects.forEach(subject ->
                new Plan(subject, Door.GATEWAY, 7).mutants(CALLS).forEach(mutant -> drawn.add(mutant.category())));
        assertThat(drawn).containsExactlyInAnyOrder(Category.values());
    }

    @Test
    void what_lacks_repeats_or_buries_something_breaks_the_contract() {
        Map<Category, Integer> whole = new EnumMap<>(Category.class);
        for (Subject subject : withJson()) {
            BodyMutations body = new BodyMutations(subject);
            boolean patch = subject.operation().method().equals("PATCH");
            for (Category category : List.of(
                    Category.MISSING_FIELD, Category.DUPLICATE_KEY, Category.DEEP_NESTING, Category.UNKNOWN_FIELD)) {
                body.drawn(category, Draw.from(3))
                        .filter(mutant -> !mutant.broken())
                        .filter(mutant -> !patch)
                        .ifPresent(mutant -> whole.merge(category, 1, Integer::sum));
            }
        }
        assertThat(whole).isEmpty();
    }

    @Test
    void a_value_of_another_type_breaks_the_contract_wherever_the_contract_names_a_type() {
        Set<String> whole = new TreeSet<>();
        for (Subject subject : withJson()) {
            for (Place place : subject.places()) {
                if (place.is("integer") || place.is("boolean") || place.is("array")) {
                    Mutant mutant = subject.body(
                            Category.WRONG_TYPE, "", bytes(subject.draft().with(place, "{\"x\":1}")));
                    if (!mutant.broken()) {
                        whole.add(subject.operation() + place.pointer());
                    }
                }
            }
        }
        assertThat(whole).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void values_that_look_like_sql_come_to_every_text_of_every_body_and_question() {
        Set<String> left = new TreeSet<>();
        for (Subject subject : subjects) {
            Set<String> reached = new Plan(subject, Door.SERVICE, 7)
                    .sweep().stream().map(Mutant::what).collect(Collectors.toSet());
            texts(subject).stream()
                    .filter(place -> reached.stream().noneMatch(what -> what.contains(place)))
                    .forEach(place -> left.add(subject.operation() + " " + place));
        }
        assertThat(left).isEmpty();
    }

    /** Of what may not be written at all, every text of the body is tried at once. */
    private static List<String> texts(Subject subject) {
        List<String> texts = new ArrayList<>();
        subject.described().query().stream()
                .filter(parameter ->
                        parameter.path("schema").path("type").asText("string").equals("string"))
                .forEach(parameter ->
                        texts.add("asked for " + parameter.path("name").asText() + "="));
        if (subject.hasJson() && subject.freedom() != Freedom.GUARDED) {
            subject.places().stream().filter(Place::isFreeText).forEach(place -> texts.add(place.pointer() + " is "));
        }
        return texts;
    }

    @Test
    void what_could_change_what_others_look_at_is_only_sent_where_it_must_be_refused() {
        List<String> dangerous = new ArrayList<>();
        for (Subject subject : subjects) {
            if (subject.freedom() == Freedom.GUARDED) {
                Plan plan = new Plan(subject, Door.GATEWAY, 11);
                plan.mutants(100).stream()
                        .filter(mutant -> !mutant.broken() && mutant.request().body().length > 0)
                        .filter(mutant -> subject.hasJson() && !isNotOurs(mutant))
                        .forEach(mutant -> dangerous.add(subject.operation() + " " + mutant.what()));
            }
            if (subject.freedom() == Freedom.STALE) {
                new Plan(subject, Door.GATEWAY, 11)
                        .mutants(100).stream()
                                .filter(mutant -> mutant.category() != Category.VERSION)
                                .filter(mutant ->
                                        !mutant.request().header("If-Match").equals(Subject.NEVER))
                                .forEach(mutant -> dangerous.add(subject.operation() + " " + mutant.what()));
            }
        }
        assertThat(dangerous).isEmpty();
    }

    private static boolean isNotOurs(Mutant mutant) {
        return new String(mutant.request().body(), StandardCharsets.UTF_8).contains("nonsense");
    }

    @Test
    void no_operation_that_writes_is_free_but_those_that_write_what_is_the_tests_own() {
        assertThat(subjects.stream()
                        .filter(subject -> subject.freedom() == Freedom.FREE)
                        .filter(subject -> !subject.operation().reads())
                        .map(subject -> subject.operation().path().split("/", -1)[3])
                        .distinct())
                .containsExactlyInAnyOrder(
                        "tickets",
                        "problems",
                        "major-incidents",
                        "knowledge",
                        "priority-assessments",
                        "performance",
                        "apportionments");
        assertThat(subjects).anyMatch(subject -> subject.described().service() == Part.GATEWAY);
    }
}
