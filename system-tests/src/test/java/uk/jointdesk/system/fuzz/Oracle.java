package uk.jointdesk.system.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with an answer to a request that is wrong. */
final class Oracle {

    /** Far beyond what anything takes, and well below the sleep that the values in {@link Hostile#SQL} ask for. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A refusal has at most twenty faults; a page of 500 things or a printed document is a success. */
    static final int LONGEST_REFUSAL = 65_536;

    static final int LONGEST = 20_000_000;

    /** Whoever refuses a body without reading it may end the connection before the refusal has been heard. */
    static final int LARGE_BODY = 65_536;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern INSIDE =
            Pattern.compile("\\bat \\w+(\\.\\w+)+\\(|\\w*Exception\\b|\\w+Error:|Caused by|"
                    + "SQLSTATE|\\bERROR: |syntax error|pg_catalog|org\\.postgresql|org\\.jdbi|org\\.jboss|org\\.hibernate|"
                    + "io\\.(quarkus|vertx|smallrye|netty)|com\\.(fasterxml|networknt)|jakarta\\.\\w+\\.|"
                    + "java\\.(lang|util|time|io|net|sql)\\.|uk\\.jointdesk\\.|\\bselect .+ from |\\bNullPointer");

    /** Some of what is sent would run in a browser that is shown it as it is. */
    private static final List<String> RUNNING = List.of("<script>alert(1)</script>", "<img src=x onerror=alert(1)>");

    /** What cannot be read as a request is refused before a service has a say in how. */
    private static final Set<Category> BEFORE_ANY_RESOURCE =
            Set.of(Category.PLACE, Category.BAD_BYTES, Category.METHOD, Category.TOKEN, Category.CURSOR, Category.TEXT);

    private final Door door;

    Oracle(Door door) {
        this.door = door;
    }

    /** All that is wrong; nothing if the answer is right. */
    List<String> complaints(Mutant mutant, Heard heard) {
        if (heard.status() == 0) {
            return isCutOff(mutant, heard) ? List.of() : List.of("no answer: " + heard);
        }
        List<String> complaints = new ArrayList<>();
        say(complaints, isFault(mutant, heard), "is a fault of ours");
        say(complaints, !heard.ended() || heard.millis() > PATIENCE.toMillis(), "took " + heard.millis() + " ms");
        say(complaints, heard.headers().containsKey("x-injected"), "a value has become a header");
        say(complaints, runs(heard), "a value has become part of a page");
        say(complaints, isTooLong(heard), "has " + heard.body().length() + " characters");
        if (heard.status() >= 400) {
            inside(heard).ifPresent(word -> complaints.add("tells of the inside: " + word));
            untyped(mutant, heard).ifPresent(complaints::add);
        }
        return complaints;
    }

    /** Whether something was taken that the contract does not allow. */
    boolean isLenient(Mutant mutant, Heard heard) {
        return mutant.broken() && heard.succeeded();
    }

    private static void say(List<String> complaints, boolean wrong, String complaint) {
        if (wrong) {
            complaints.add(complaint);
        }
    }

    private static boolean isCutOff(Mutant mutant, Heard heard) {
        return heard.ended() && mutant.request().body().length > LARGE_BODY;
    }

    /** A method that nobody has heard of may be called that. */
    private static boolean isFault(Mutant mutant, Heard heard) {
        boolean unheardOf = heard.status() == 501 && mutant.category() == Category.METHOD;
        return heard.status() >= 500 && !unheardOf;
    }

    private static boolean runs(Heard heard) {
        return heard.contentType().contains("html") && RUNNING.stream().anyMatch(heard.body()::contains);
    }

    private static boolean isTooLong(Heard heard) {
        return heard.body().length() > (heard.status() >= 400 ? LONGEST_REFUSAL : LONGEST);
    }

    private static Optional<String> inside(Heard heard) {
        Matcher word = INSIDE.matcher(heard.body());
        return word.find() ? Optional.of(word.group()) : Optional.empty();
    }

    private Optional<String> untyped(Mutant mutant, Heard heard) {
        boolean page = heard.contentType().startsWith("text/html")
                && mutant.request().header("Accept").contains("text/html");
        boolean bare = heard.body().isEmpty()
                && (mutant.request().method().equals("HEAD")
                        || (door == Door.SERVICE && BEFORE_ANY_RESOURCE.contains(mutant.category())));
        if (page || bare) {
            return Optional.empty();
        }
        if (!heard.contentType().startsWith("application/problem+json")) {
            return Optional.of("is no problem+json but " + heard.contentType());
        }
        try {
            return misshapen(mutant, heard.status(), JSON.readTree(heard.body()));
        } catch (JsonProcessingException noJson) {
            return Optional.of("is no JSON");
        }
    }

    private static Optional<String> misshapen(Mutant mutant, int status, JsonNode problem) {
        for (String field : List.of("type", "title", "code", "requestId")) {
            if (problem.path(field).asText().isBlank()) {
                return Optional.of("has no " + field);
            }
        }
        if (problem.path("status").asInt() != status) {
            return Optional.of("says it is a " + problem.path("status"));
        }
        boolean ofFields = problem.path("code").asText().equals("body-invalid")
                || (problem.path("code").asText().equals("body-malformed")
                        && !mutant.pointer().isEmpty());
        boolean named = problem.path("errors").valueStream().anyMatch(error -> error.has("pointer"));
        return ofFields && !named ? Optional.of("does not say which field is at fault") : Optional.empty();
    }
}
