package uk.jointdesk.kpi.pack.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the one spelling of RFC 8785: keys sorted, no space, the shortest escapes, UTF-8. Numbers are whole; a pack
 * writes everything else as text, so that no two programs can print it differently.
 */
public final class CanonicalJson {

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** The bytes of a tree of maps, lists, texts, whole numbers, truth values and null. */
    public static byte[] bytes(Object tree) {
        CanonicalJson writer = new CanonicalJson();
        writer.write(tree);
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Object value) {
        if (value instanceof Map<?, ?> object) {
            writeObject(object);
        } else if (value instanceof List<?> array) {
            writeArray(array);
        } else if (value instanceof String text) {
            writeText(text);
        } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean || value == null) {
            out.append(value);
        } else {
            throw new IllegalArgumentException(value.getClass() + " has no canonical spelling");
        }
    }

    private void writeObject(Map<?, ?> object) {
        // RFC 8785 sorts by UTF-16 code units, as String does.
        TreeMap<String, Object> sorted = new TreeMap<>();
        object.forEach((key, value) -> sorted.put((String) key, value));
        String between = "{";
        for (Map.Entry<String, Object> field : sorted.entrySet()) {
            out.append(between);
            writeText(field.getKey());
            out.append(':');
            write(field.getValue());
            between = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void writeArray(List<?> array) {
        String between = "";
        out.append('[');
        for (Object item : array) {
            out.append(between);
            write(item);
            between = ",";
        }
        out.append(']');
    }

    /** In runs of what needs no escape: a pack names its tickets a hundred thousand times. */
    private void writeText(String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 0x20 || unit == '"' || unit == '\\') {
                out.append(text, written, i);
                writeEscaped(unit);
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private void writeEscaped(char unit) {
        switch (unit) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\u%04x".formatted((int) unit));
        }
    }
}
