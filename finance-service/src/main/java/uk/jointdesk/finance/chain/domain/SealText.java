package uk.jointdesk.finance.chain.domain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A journal as the text that is sealed: its head in one row and each line in one more, as the database holds them, in
 * the text format of PostgreSQL's {@code COPY}. Fields are parted by tabs and rows ended by line feeds; a backslash goes
 * before a backslash, tab, line feed and carriage return in a field, and {@code \N} stands for nothing. So two different
 * journals never have one text, and any program can write it down again.
 *
 * @param head id, number of entry, date, year, period, description, journal reversed, source, reference, count of
 *     lines, microseconds of recording since 1970, client
 * @param lines each: number, account, year, budget line, partner, pence, cost centre, subjective code, project
 */
public record SealText(List<String> head, List<List<String>> lines) {
    private static final String NOTHING = "\\N";

    @Override
    public String toString() {
        return row(head) + lines.stream().map(SealText::row).collect(Collectors.joining());
    }

    private static String row(List<String> fields) {
        return fields.stream().map(SealText::field).collect(Collectors.joining("\t", "", "\n"));
    }

    private static String field(String text) {
        return text == null
                ? NOTHING
                : text.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }
}
