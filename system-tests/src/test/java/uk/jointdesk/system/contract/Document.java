package uk.jointdesk.system.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** A page of {@code docs}, read for what its tables say. */
record Document(List<String> lines) {

    static Document named(String page) throws IOException {
        return new Document(Files.readAllLines(Sources.ROOT.resolve("docs").resolve(page)));
    }

    /** The cells of every row of every table, heads and rules among them. */
    List<List<String>> rows() {
        return lines.stream()
                .filter(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::trim)
                        .toList())
                .toList();
    }
}
