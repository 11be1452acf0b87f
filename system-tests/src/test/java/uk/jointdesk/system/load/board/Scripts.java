package uk.jointdesk.system.load.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The SQL that lies beside this package's resources. */
final class Scripts {

    private static final String NAME = "-- name: ";

    private Scripts() {}

    /** A file with words in the places that are marked by a colon and their name. */
    static String of(String file, Map<String, String> words) {
        return filled(text(file), words);
    }

    /** The statements of a file by the names they are given there. */
    static Map<String, String> named(String file) {
        Map<String, String> statements = new HashMap<>();
        String[] parts = text(file).split("(?m)^" + NAME, -1);
        for (int i = 1; i < parts.length; i++) {
            int line = parts[i].indexOf('\n');
            statements.put(
                    parts[i].substring(0, line).strip(),
                    parts[i].substring(line).strip());
        }
        return statements;
    }

    static String filled(String text, Map<String, String> words) {
        String filled = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace(":" + word.getKey(), word.getValue());
        }
        return filled;
    }

    private static String text(String file) {
        try (InputStream text = Scripts.class.getResourceAsStream("/load/five-years/" + file)) {
            return new String(Objects.requireNonNull(text, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
