package uk.jointdesk.system.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came back.
 *
 * @param status 0 if nothing came
 * @param headers by their names in lower case
 * @param body without the framing of its chunks
 * @param millis until the last byte
 * @param ended whether the server ended the connection, rather than the listener's patience
 */
record Heard(int status, Map<String, String> headers, String body, long millis, boolean ended) {

    /** Out of the bytes of one answer. */
    static Heard of(byte[] answer, long millis, boolean ended) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int head = text.indexOf("\r\n\r\n");
        if (head < 0 || !text.startsWith("HTTP/1.")) {
            return new Heard(0, Map.of(), text, millis, ended);
        }
        List<String> lines = text.substring(0, head).lines().toList();
        Map<String, String> headers = new HashMap<>();
        lines.stream().skip(1).forEach(line -> note(headers, line));
        String body = text.substring(head + 4);
        byte[] bytes = "chunked".equals(headers.get("transfer-encoding"))
                ? joined(body)
                : body.getBytes(StandardCharsets.ISO_8859_1);
        int status = Integer.parseInt(lines.get(0).substring(9, 12));
        return new Heard(status, Map.copyOf(headers), new String(bytes, StandardCharsets.UTF_8), millis, ended);
    }

    private static void note(Map<String, String> headers, String line) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
    }

    /** Chunks, as many of them as came. */
    private static byte[] joined(String chunks) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        for (int end = chunks.indexOf("\r\n", at); end > at; end = chunks.indexOf("\r\n", at)) {
            int size = Integer.parseInt(chunks.substring(at, end).trim(), 16);
            int last = Math.min(chunks.length(), end + 2 + size);
            whole.writeBytes(chunks.substring(end + 2, last).getBytes(StandardCharsets.ISO_8859_1));
            at = last + 2;
        }
        return whole.toByteArray();
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    String contentType() {
        return header("content-type");
    }

    boolean succeeded() {
        return status / 100 == 2;
    }

    @Override
    public String toString() {
        String shown = body.length() > 400 ? body.substring(0, 400) + "..." : body;
        return status + " " + contentType() + " after " + millis + " ms: " + shown;
    }
}
