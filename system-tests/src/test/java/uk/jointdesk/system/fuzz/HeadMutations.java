package uk.jointdesk.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import uk.jointdesk.testkit.Draw;

/** Makes requests that are wrong in their address or in a header. */
final class HeadMutations {

    private static final int LONG = 10_000;

    private static final List<String> VERSIONS = List.of(
            "*",
            "x",
            "\"x\"",
            "\"\"",
            "W/\"1\"",
            "\"1\", \"2\"",
            "\"-1\"",
            "\"99999999999999999999\"",
            "\"1e3\"",
            "\"' or 1=1 --\"",
            "\"" + "9".repeat(LONG) + "\"");

    private static final List<String> ACCEPTS = List.of(
            "application/x-nothing",
            "*/*;q=0",
            "text/html",
            "application/xml",
            "a/b/c",
            ";;",
            "application/json;q=abc",
            "application/json;version=\"",
            "*",
            "application/json, ".repeat(300) + "*/*");

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "application/json; charset=utf-7",
            "application/json; charset=no-such-charset",
            "application/json;;;",
            "json",
            "application/" + "x".repeat(3_000));

    private static final List<String> METHODS = List.of("HEAD", "OPTIONS", "TRACE", "BREW", "get", "PROPFIND", "QUERY");

    private static final List<String> TOKENS = List.of(
            "",
            "Bearer x",
            "Bearer ",
            "Basic YTpi",
            "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4IiwicmVhbG1fYWNjZXNzIjp7InJvbGVzIjpbInBsYXRmb3JtLWFkbWluIl19fQ.",
            "Bearer a.b.c",
            "Bearer " + "x".repeat(LONG));

    private final Subject subject;

    HeadMutations(Subject subject) {
        this.subject = subject;
    }

    /** Empty where nothing can be wrong in this way. */
    Optional<Mutant> drawn(Category category, Draw draw) {
        return switch (category) {
            case SQL -> asked(category, draw, Hostile.SQL);
            case INJECTION -> asked(category, draw, Hostile.INJECTION);
            case TEXT -> asked(category, draw, List.of("", " ", "\0", "\u202e", "\ud83d\ude00", "x".repeat(3_000)));
            case DATE -> asked(category, draw, Hostile.DAYS);
            case PARAMETER -> typed(draw);
            case UNKNOWN_PARAMETER -> Optional.of(ask(category, "nobodyKnows=1", true));
            case DUPLICATE_PARAMETER -> parameter(draw).map(one -> ask(category, one + "=x&" + one + "=y", false));
            case LIMIT -> limit(draw.oneOf(Hostile.LIMITS));
            case CURSOR -> cursor(draw);
            case BAD_BYTES -> Optional.of(badBytes(draw));
            case VERSION -> header(category, "If-Match", draw.oneOf(VERSIONS));
            case KEY -> header(category, "Idempotency-Key", draw.oneOf("x".repeat(LONG), " ", "\u00ff".repeat(201)));
            case ACCEPT -> Optional.of(said(category, "Accept", draw.oneOf(ACCEPTS), false));
            case MEDIA_TYPE -> mediaType(draw.oneOf(TYPES));
            case METHOD -> Optional.of(method(draw.oneOf(METHODS)));
            case PLACE -> Optional.of(place(draw));
            case TOKEN -> Optional.of(token(draw.oneOf(TOKENS)));
            default -> Optional.empty();
        };
    }

    /** One hostile text in each parameter of the query that takes any text. */
    List<Mutant> everywhere(Category category, List<String> texts, Draw draw) {
        List<Mutant> all = new ArrayList<>();
        for (JsonNode parameter : subject.described().query()) {
            if (!type(parameter).equals("integer") && !type(parameter).equals("boolean")) {
                all.add(ask(category, parameter.path("name").asText() + "=" + encoded(draw.oneOf(texts)), false));
            }
        }
        inPath(category, draw.oneOf(texts)).ifPresent(all::add);
        return all;
    }

    /** The last thing that the path names is called otherwise. */
    private Optional<Mutant> inPath(Category category, String text) {
        if (!subject.operation().path().contains("{")) {
            return Optional.empty();
        }
        return Optional.of(new Mutant(category, "the path names " + text, named(encoded(text)), false));
    }

    private Request named(String name) {
        String[] template = subject.operation().path().split("/", -1);
        String[] path = subject.base().path().split("/", -1);
        for (int i = template.length - 1; i >= 0; i--) {
            if (template[i].startsWith("{")) {
                path[i] = name + ending(template[i], path[i]);
                break;
            }
        }
        return onPath(old -> String.join("/", path));
    }

    /** What stands behind the name: as the path says it, and of a named ending the one that is asked for. */
    private static String ending(String template, String asked) {
        String rest = template.substring(template.indexOf('}') + 1);
        return rest.contains("{") ? asked.substring(asked.lastIndexOf('.')) : rest;
    }

    private Request onPath(Function<String, String> change) {
        Request base = subject.base();
        String path = base.path();
        return base.to(change.apply(path) + base.target().substring(path.length()));
    }

    private Optional<Mutant> asked(Category category, Draw draw, List<String> texts) {
        List<Mutant> all = everywhere(category, texts, draw);
        return all.isEmpty() ? Optional.empty() : Optional.of(draw.oneOf(all));
    }

    private Optional<String> parameter(Draw draw) {
        List<JsonNode> all = subject.described().query();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(draw.oneOf(all).path("name").asText());
    }

    /** A parameter is said once; that it is also part of the valid question would be another mistake. */
    private Mutant ask(Category category, String parameter, boolean broken) {
        String name = parameter.substring(0, parameter.indexOf('='));
        Request base = subject.base();
        String[] parts = base.target().split("[?&]", -1);
        Request other = base.to(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            other = parts[i].startsWith(name + "=") ? other : other.asking(parts[i]);
        }
        return new Mutant(category, "asked for " + shortened(parameter), other.asking(parameter), broken);
    }

    private Optional<Mutant> typed(Draw draw) {
        List<JsonNode> all = subject.described().query();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        JsonNode parameter = draw.oneOf(all);
        String value = draw.oneOf(draw.chance(50) ? Hostile.JSON_NUMBERS : Hostile.DAYS)
                .replace("\"", "");
        boolean whole = value.matches("[+-]?\\d{1,10}") && Long.parseLong(value) == (int) Long.parseLong(value);
        boolean broken = type(parameter).equals("boolean") || (type(parameter).equals("integer") && !whole);
        return Optional.of(ask(Category.PARAMETER, parameter.path("name").asText() + "=" + encoded(value), broken));
    }

    private String type(JsonNode parameter) {
        JsonNode schema = subject.described().contract().meant(parameter.path("schema"));
        return schema.path("type").asText();
    }

    private Optional<Mutant> limit(String value) {
        boolean declared = subject.described().takes("query", "limit");
        return declared ? Optional.of(ask(Category.LIMIT, "limit=" + encoded(value), true)) : Optional.empty();
    }

    private Optional<Mutant> cursor(Draw draw) {
        if (!subject.described().takes("query", "cursor")) {
            return Optional.empty();
        }
        byte[] real =
                Base64.getUrlDecoder().decode(subject.cursor().orElse("MjAxOC0xMi0zMVQwMDowMDowMFofTEJMLTAwMDAwMDE"));
        int flips = draw.between(1, 3);
        for (int i = 0; i < flips; i++) {
            real[draw.between(0, real.length - 1)] ^= (byte) (1 << draw.between(0, 7));
        }
        String flipped = Base64.getUrlEncoder().withoutPadding().encodeToString(real);
        String cursor = draw.oneOf(
                flipped,
                flipped,
                flipped,
                flipped.substring(draw.between(1, flipped.length() - 1)),
                "x",
                "%00",
                "A".repeat(5_000));
        return Optional.of(ask(Category.CURSOR, "cursor=" + cursor, false));
    }

    private Mutant badBytes(Draw draw) {
        String bad = draw.oneOf("%ff%fe", "%c0%af", "%ed%a0%80", "%e2%82", "%", "%zz", "\u00ff\u00fe", "%00", "%u0041");
        boolean inQuery = draw.chance(50) || !subject.operation().path().contains("{");
        Request request =
                inQuery ? subject.base().asking(parameter(draw).orElse("nobodyKnows") + "=" + bad) : named(bad);
        return new Mutant(Category.BAD_BYTES, bad + (inQuery ? " in the query" : " in the path"), request, false);
    }

    private Optional<Mutant> header(Category category, String name, String value) {
        return subject.described().takes("header", name)
                ? Optional.of(said(category, name, value, true))
                : Optional.empty();
    }

    private Mutant said(Category category, String name, String value, boolean broken) {
        return new Mutant(
                category, name + " says " + shortened(value), subject.base().with(name, value), broken);
    }

    private Optional<Mutant> mediaType(String type) {
        boolean other = !type.startsWith("application/json") && subject.hasJson();
        return subject.described().takesBody()
                ? Optional.of(said(Category.MEDIA_TYPE, "Content-Type", type, other))
                : Optional.empty();
    }

    private Mutant method(String method) {
        return new Mutant(
                Category.METHOD, "the method is " + method, subject.base().by(method), false);
    }

    private Mutant place(Draw draw) {
        Function<String, String> change = draw.oneOf(List.of(
                path -> path.toUpperCase(Locale.ROOT),
                path -> path + "/",
                path -> path.replace("/api/v1/", "/api/v1//"),
                path -> path.replace("/api/v1/", "/api/v1/./"),
                path -> path.replace("/api/v1/", "/api/v1/x/../"),
                path -> path.replace("/api/v1/", "/api/v1/%2e%2e/v1/"),
                path -> path + ";a=b",
                path -> path + "%00",
                path -> path + "%252e%252e%252f",
                path -> path + "/" + "x".repeat(9_000),
                path -> path + "/..%c0%af..%c0%afetc",
                path -> path.replace('/', '\\'),
                path -> path + ".json",
                path -> path + "?"));
        Request request = onPath(change);
        return new Mutant(Category.PLACE, "the path is " + shortened(request.path()), request, false);
    }

    private Mutant token(String token) {
        Request base = subject.base();
        Request request = token.isEmpty() ? base.without("Authorization") : base.with("Authorization", token);
        return new Mutant(Category.TOKEN, token.isEmpty() ? "no token" : shortened(token), request, !isOpen());
    }

    /** The link of a survey is its own key. */
    private boolean isOpen() {
        return subject.described().contract().roles(subject.operation()).isEmpty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }
}
