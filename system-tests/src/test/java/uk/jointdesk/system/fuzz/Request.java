package uk.jointdesk.system.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A request as it goes on the wire, which may be none that a client library would send.
 *
 * @param target path and query, one character for each byte
 */
record Request(String method, String target, List<Header> headers, byte[] body) {

    private static final int SHOWN = 300;

    record Header(String name, String value) {

        private boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    static Request of(String method, String target) {
        return new Request(method, target, List.of(), new byte[0]);
    }

    Request by(String other) {
        return new Request(other, target, headers, body);
    }

    Request to(String other) {
        return new Request(method, other, headers, body);
    }

    Request carrying(byte[] other) {
        return new Request(method, target, headers, other);
    }

    Request carrying(String other) {
        return carrying(other.getBytes(StandardCharsets.UTF_8));
    }

    Request without(String name) {
        return new Request(
                method,
                target,
                headers.stream().filter(header -> !header.is(name)).toList(),
                body);
    }

    /** The header says this and nothing else. */
    Request with(String name, String value) {
        List<Header> other = new ArrayList<>(without(name).headers);
        other.add(new Header(name, value));
        return new Request(method, target, List.copyOf(other), body);
    }

    /** One more thing is asked for. */
    Request asking(String parameter) {
        return to(target + (target.indexOf('?') < 0 ? "?" : "&") + parameter);
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    String header(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    /** The bytes to send, with the length of the body where one may be expected. */
    byte[] bytes(String host) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n");
        headers.forEach(header ->
                head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        if (body.length > 0 || List.of("POST", "PUT", "PATCH").contains(method)) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] begun = head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[begun.length + body.length];
        System.arraycopy(begun, 0, all, 0, begun.length);
        System.arraycopy(body, 0, all, begun.length, body.length);
        return all;
    }

    /** For a shell, with a token of one's own; what is long or no text is told and not shown. */
    String curl(String base) {
        StringBuilder line = new StringBuilder("curl -i --path-as-is -X " + method + " " + quoted(base + target));
        headers.stream().filter(header -> !header.is("Authorization")).forEach(header -> line.append(" -H ")
                .append(quoted(header.name() + ": " + header.value())));
        line.append(header("Authorization").isEmpty() ? "" : " -H \"Authorization: Bearer $TOKEN\"");
        if (body.length > 0) {
            line.append(" --data-binary ").append(quoted(new String(body, StandardCharsets.ISO_8859_1)));
        }
        return line.toString();
    }

    private static String quoted(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().limit(SHOWN).forEach(byteOf -> shown.append(printable(byteOf)));
        String cut = text.length() > SHOWN ? "...(" + text.length() + " bytes)" : "";
        return "$'" + shown + cut + "'";
    }

    private static String printable(int character) {
        if (character == '\'' || character == '\\') {
            return "\\" + (char) character;
        }
        return character >= ' ' && character < 0x7f
                ? String.valueOf((char) character)
                : String.format(Locale.ROOT, "\\x%02x", character & 0xff);
    }
}
