package uk.jointdesk.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.jointdesk.testkit.Draw;

/** Makes bodies of JSON that are wrong in one way each, at places that the contract speaks of. */
final class BodyMutations {

    private static final int MANY = 100_000;
    private static final int DEEP = 10_000;

    /** What the formats let pass and a calendar knows. */
    private static final Set<String> DAYS_THAT_MAY_BE = Set.of("2016-12-31T23:59:60Z", "2019-10-27T01:30:00");

    private final Subject subject;
    private final List<Place> places;

    BodyMutations(Subject subject) {
        this.subject = subject;
        this.places = subject.places();
    }

    /** Empty where nothing in the body can be wrong in this way. */
    Optional<Mutant> drawn(Category category, Draw draw) {
        return switch (category) {
            case MISSING_FIELD -> at(draw, Place::required, this::missing);
            case WRONG_TYPE -> at(draw, place -> true, place -> put(category, place, draw.oneOf(others(place))));
            case NULL -> at(draw, place -> true, place -> put(category, place, "null"));
            case NUMBER -> number(draw);
            case TEXT -> at(draw, Place::isFreeText, place -> put(category, place, draw.oneOf(Hostile.JSON_TEXTS)));
            case SQL -> at(draw, Place::isFreeText, place -> put(category, place, quoted(draw.oneOf(Hostile.SQL))));
            case INJECTION ->
                at(draw, Place::isFreeText, place -> put(category, place, quoted(draw.oneOf(Hostile.INJECTION))));
            case DATE -> at(draw, Place::isTime, place -> day(place, draw.oneOf(Hostile.DAYS)));
            case WORD -> at(draw, place -> place.schema().has("enum"), place -> word(place, draw));
            case DUPLICATE_KEY -> at(draw, BodyMutations::isField, this::twice);
            case LARGE_ARRAY -> at(draw, place -> place.is("array"), place -> large(place, draw));
            case DEEP_NESTING -> at(draw, place -> true, this::deep);
            case UNKNOWN_FIELD -> Optional.of(unknown());
            case BROKEN_JSON -> Optional.of(brokenJson(draw));
            case BAD_BYTES -> at(draw, Place::isFreeText, place -> badBytes(place, draw));
            case CODING -> Optional.of(coding());
            default -> Optional.empty();
        };
    }

    private static boolean isField(Place place) {
        return !place.steps().get(place.steps().size() - 1).isElement();
    }

    private Optional<Mutant> at(Draw draw, Predicate<Place> fit, Function<Place, Mutant> made) {
        List<Place> fitting = places.stream().filter(fit).toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(made.apply(draw.oneOf(fitting)));
    }

    /** One hostile text at each place that takes any text. */
    List<Mutant> everywhere(Category category, List<String> texts, Draw draw) {
        return places.stream()
                .filter(Place::isFreeText)
                .map(place -> put(category, place, quoted(draw.oneOf(texts))))
                .toList();
    }

    /** One hostile text at all those places at once, so that whatever it refers to is not there. */
    Optional<Mutant> atOnce(Category category, List<String> texts, Draw draw) {
        List<Place> all = places.stream()
                .filter(place -> place.isAtTop() && place.isFreeText())
                .toList();
        String text = draw.oneOf(texts);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(judged(
                        category, "every text is " + text, subject.draft().with(all, quoted(text)), ""));
    }

    private Mutant put(Category category, Place place, String json) {
        String shown = json.length() > 60 ? json.substring(0, 60) + "..." : json;
        return judged(
                category, place.pointer() + " is " + shown, subject.draft().with(place, json), place.pointer());
    }

    private Mutant judged(Category category, String what, String json, String pointer) {
        Mutant mutant = subject.body(category, what, json.getBytes(StandardCharsets.UTF_8));
        return new Mutant(category, what, mutant.request(), mutant.broken(), pointer);
    }

    private Mutant missing(Place place) {
        return judged(
                Category.MISSING_FIELD,
                place.pointer() + " is missing",
                subject.draft().without(place),
                place.pointer());
    }

    private Mutant twice(Place place) {
        return judged(
                Category.DUPLICATE_KEY,
                place.pointer() + " stands twice",
                subject.draft().twice(place),
                "");
    }

    private Optional<Mutant> number(Draw draw) {
        Predicate<Place> numeric = place -> place.is("integer") || place.is("number");
        boolean any = places.stream().noneMatch(numeric);
        return at(
                draw,
                any ? place -> true : numeric,
                place -> put(Category.NUMBER, place, draw.oneOf(Hostile.JSON_NUMBERS)));
    }

    private static List<String> others(Place place) {
        if (place.is("string")) {
            return List.of("42", "1.5", "true", "{}", "[]", "[\"x\"]");
        }
        if (place.is("integer") || place.is("number")) {
            return List.of("\"x\"", "\"1\"", "true", "{}", "[]");
        }
        return place.is("boolean")
                ? List.of("\"true\"", "1", "0", "{}", "[]")
                : List.of("\"x\"", "1", "true", place.is("array") ? "{}" : "[]");
    }

    /** Formats are not part of what the schema's reader judges. */
    private Mutant day(Place place, String day) {
        Mutant mutant = put(Category.DATE, place, quoted(day));
        boolean none = !DAYS_THAT_MAY_BE.contains(day);
        return new Mutant(Category.DATE, mutant.what(), mutant.request(), mutant.broken() || none, mutant.pointer());
    }

    private Mutant word(Place place, Draw draw) {
        String word = place.schema().path("enum").path(0).asText("x");
        return put(
                Category.WORD,
                place,
                quoted(draw.oneOf(
                        "NO_SUCH_WORD", "", word.toLowerCase(Locale.ROOT) + " ", word + "\u0000", word + "," + word)));
    }

    private Mutant large(Place place, Draw draw) {
        String element = draw.oneOf("0", "\"x\"", "{}", "null");
        String list = "[" + (element + ",").repeat(MANY) + element + "]";
        return put(Category.LARGE_ARRAY, place, list);
    }

    private Mutant deep(Place place) {
        return put(Category.DEEP_NESTING, place, "[".repeat(DEEP) + "]".repeat(DEEP));
    }

    private Mutant unknown() {
        JsonNode schema =
                subject.described().contract().meant(subject.described().schema());
        Place nowhere = new Place(List.of(new Place.Step("nobodyKnows", schema)), false);
        Mutant mutant = put(Category.UNKNOWN_FIELD, nowhere, "1");
        boolean closed = schema.has("properties") && !schema.has("additionalProperties");
        return new Mutant(
                Category.UNKNOWN_FIELD, mutant.what(), mutant.request(), mutant.broken() || closed, nowhere.pointer());
    }

    private Mutant brokenJson(Draw draw) {
        String json = subject.fitting().toString();
        String broken = draw.oneOf(
                json.substring(0, draw.between(0, json.length() - 1)),
                json + json,
                json + "}",
                "",
                "null",
                "[]",
                "\"x\"",
                "<x/>",
                json.replace('"', '\''));
        return judged(Category.BROKEN_JSON, "the body is " + broken, broken, "");
    }

    private Mutant badBytes(Place place, Draw draw) {
        String mark = "~bytes~";
        byte[] bad = draw.oneOf(List.of(
                new byte[] {(byte) 0xff, (byte) 0xfe},
                new byte[] {(byte) 0xc0, (byte) 0xaf},
                new byte[] {(byte) 0xe2, (byte) 0x82},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80}));
        String json = subject.draft().with(place, quoted(mark));
        byte[] around = json.getBytes(StandardCharsets.UTF_8);
        int at = new String(around, StandardCharsets.ISO_8859_1).indexOf(mark);
        byte[] whole = new byte[around.length - mark.length() + bad.length];
        System.arraycopy(around, 0, whole, 0, at);
        System.arraycopy(bad, 0, whole, at, bad.length);
        System.arraycopy(around, at + mark.length(), whole, at + bad.length, around.length - at - mark.length());
        return subject.body(Category.BAD_BYTES, place.pointer() + " holds " + Arrays.toString(bad), whole);
    }

    private Mutant coding() {
        Request packed = subject.base().with("Content-Encoding", "gzip");
        return new Mutant(Category.CODING, "it is said to be gzip and is not", packed, true);
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
