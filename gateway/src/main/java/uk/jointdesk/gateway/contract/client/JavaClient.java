package uk.jointdesk.gateway.contract.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;

/** A client of a contract in plain Java, without a library: one method for each operation. */
public final class JavaClient {

    /** The class, and so the file, that is written. */
    public static final String NAME = "JointdeskClient";

    private static final String HEAD = """
            import java.io.IOException;
            import java.net.URI;
            import java.net.URLEncoder;
            import java.net.http.HttpClient;
            import java.net.http.HttpRequest;
            import java.net.http.HttpRequest.BodyPublishers;
            import java.net.http.HttpResponse;
            import java.net.http.HttpResponse.BodyHandlers;
            import java.nio.charset.StandardCharsets;
            import java.nio.file.Path;

            /** One method for each operation of the contract; Java 17, no library. */
            public final class %s {

                private final HttpClient http = HttpClient.newHttpClient();
                private final String server;
                private final String token;

                /** @param token an access token of the realm */
                public %s(String server, String token) {
                    this.server = server;
                    this.token = token;
                }

                private HttpRequest.Builder request(String address) {
                    return HttpRequest.newBuilder(URI.create(server + address)).header("Authorization", "Bearer " + token);
                }

                private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
                    return http.send(request.build(), BodyHandlers.ofString());
                }

                private static String encode(String value) {
                    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%%20");
                }
            """.formatted(NAME, NAME);

    private JavaClient() {}

    public static String of(List<Call> calls) {
        StringBuilder source = new StringBuilder(HEAD);
        calls.forEach(call -> source.append('\n').append(method(call).indent(4)));
        return source.append("}\n").toString();
    }

    /** One method of the client. */
    public static String method(Call call) {
        List<String> parameters = new ArrayList<>();
        call.variables().keySet().forEach(name -> parameters.add("String " + identifier(name)));
        call.query().keySet().forEach(name -> parameters.add("String " + identifier(name)));
        StringBuilder method = new StringBuilder("/** ")
                .append(comment(call.title()))
                .append(" */\npublic HttpResponse<String> ")
                .append(identifier(call.id()))
                .append('(')
                .append(String.join(", ", parameters))
                .append(") throws IOException, InterruptedException {\n    return send(request(")
                .append(address(call))
                .append(')');
        call.headers().forEach((header, value) -> method.append("\n            .header(")
                .append(literal(header))
                .append(", ")
                .append(literal(value))
                .append(')'));
        return method.append("\n            .method(")
                .append(literal(call.method()))
                .append(", ")
                .append(body(call))
                .append("));\n}")
                .toString();
    }

    private static String address(Call call) {
        String address = literal(call.path());
        for (String variable : call.variables().keySet()) {
            address = address.replace("{" + variable + "}", "\" + encode(" + identifier(variable) + ") + \"");
        }
        StringBuilder whole = new StringBuilder(address);
        String mark = "?";
        for (Map.Entry<String, String> parameter : call.query().entrySet()) {
            whole.append(" + ")
                    .append(literal(mark + parameter.getKey() + "="))
                    .append(" + encode(")
                    .append(identifier(parameter.getKey()))
                    .append(')');
            mark = "&";
        }
        return whole.toString().replace(" + \"\"", "");
    }

    private static String body(Call call) {
        if (call.body() != null) {
            return "BodyPublishers.ofString(" + literal(call.body()) + ")";
        }
        return call.file()
                .map(file -> "BodyPublishers.ofFile(Path.of(" + literal(file) + "))")
                .orElse("BodyPublishers.noBody()");
    }

    private static String identifier(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
        boolean usable = SourceVersion.isIdentifier(plain) && !SourceVersion.isKeyword(plain);
        return usable ? plain : "_" + plain;
    }

    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(character -> {
            switch (character) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append((char) character);
            }
        });
        return literal.append('"').toString();
    }

    private static String comment(String text) {
        return text.replace("*/", "* /").replace("\\", "/").replaceAll("\\s+", " ");
    }
}
