package uk.jointdesk.gateway.contract.client;

import java.util.List;

/** A call as a line for a shell. The token stays in the environment, so that no history keeps it. */
public final class CurlExample {

    private static final String NEXT = " \\\n  ";

    private CurlExample() {}

    /** A script with a function for each call, after whose name it is called. */
    public static String script(String server, List<Call> calls) {
        StringBuilder script = new StringBuilder("""
                #!/bin/sh
                # One function for each operation of the contract. JOINTDESK_TOKEN holds an access token.
                # Call one by its name: sh examples.sh listTickets
                set -eu
                : "${JOINTDESK_TOKEN:?holds an access token}"
                """);
        for (Call call : calls) {
            script.append("\n# ").append(call.title().replaceAll("\\s+", " ")).append('\n');
            script.append(name(call)).append("() {\n").append(of(server, call)).append("\n}\n");
        }
        return script.append("\n\"$1\"\n").toString();
    }

    public static String of(String server, Call call) {
        StringBuilder line = new StringBuilder("curl --fail-with-body --request ")
                .append(call.method())
                .append(' ')
                .append(quoted(server + call.address()))
                .append(NEXT)
                .append("--header \"Authorization: Bearer $JOINTDESK_TOKEN\"");
        call.headers()
                .forEach(
                        (header, value) -> line.append(NEXT).append("--header ").append(quoted(header + ": " + value)));
        if (call.body() != null) {
            line.append(NEXT).append("--data ").append(quoted(call.body()));
        }
        call.file().ifPresent(file -> line.append(NEXT).append("--data-binary ").append(quoted("@" + file)));
        return line.toString();
    }

    private static String name(Call call) {
        return call.id().replaceAll("[^A-Za-z0-9_]", "_");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
