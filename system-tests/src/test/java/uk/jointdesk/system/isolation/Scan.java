package uk.jointdesk.system.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.jointdesk.system.suite.Answer;

/** Looks through everything an answer says, its cursor included, for words that may not be there. */
final class Scan {

    private static final Pattern REFERENCE = Pattern.compile("[A-Z]{2,16}-\\d{4,}");

    private final Pattern words;
    private final Predicate<String> known;

    /**
     * @param forbidden whole words, whatever stands around them: LBB is also found in LBB-0000001
     * @param known whether who asked may read the ticket with a reference: one that was handed to it keeps its name
     */
    Scan(Collection<String> forbidden, Predicate<String> known) {
        this.known = known;
        words = Pattern.compile(forbidden.stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![A-Za-z0-9])(?:", ")(?![A-Za-z0-9])")));
    }

    /** What is wrong with the answer, if anything. */
    Optional<String> wrong(Answer answer) {
        String said = withoutKnown(answer.body() + " " + answer.etag().orElse("") + " " + cursor(answer));
        return words.matcher(said)
                .results()
                .findFirst()
                .map(found -> answer.request() + " says " + around(said, found.start()));
    }

    private String withoutKnown(String said) {
        return REFERENCE.matcher(said).replaceAll(found -> {
            boolean foreign = words.matcher(found.group()).find();
            return foreign && known.test(found.group()) ? "" : Matcher.quoteReplacement(found.group());
        });
    }

    private static String around(String said, int place) {
        return said.substring(Math.max(0, place - 80), Math.min(said.length(), place + 40));
    }

    /** A cursor is opaque by promise only. */
    private static String cursor(Answer answer) {
        if (!answer.contentType().startsWith("application/json")
                || answer.body().isEmpty()) {
            return "";
        }
        JsonNode next = answer.json().path("next");
        try {
            return next.isTextual()
                    ? new String(Base64.getUrlDecoder().decode(next.asText()), StandardCharsets.UTF_8)
                    : "";
        } catch (IllegalArgumentException notBase64) {
            return next.asText();
        }
    }
}
