package uk.jointdesk.system.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.jointdesk.system.operation.Operation;

/** The page of roles as people read it: which role opens which operation. */
final class RoleTable {

    private static final Path PAGE = Path.of("..", "docs", "roles.md");

    private final Map<Operation, Set<String>> opened = new TreeMap<>();
    private List<String> roles = List.of();

    private RoleTable() {}

    static RoleTable published() {
        RoleTable table = new RoleTable();
        try {
            Files.readAllLines(PAGE).stream()
                    .filter(line -> line.startsWith("| "))
                    .map(RoleTable::cells)
                    .forEach(table::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    Map<Operation, Set<String>> opened() {
        return opened;
    }

    Set<String> roles() {
        return new TreeSet<>(roles);
    }

    private void read(List<String> cells) {
        List<String> rest = cells.subList(1, cells.size());
        if (cells.get(0).equals("operation")) {
            roles = rest;
            return;
        }
        String[] operation = cells.get(0).replace("`", "").split(" ", 2);
        Set<String> open = new TreeSet<>();
        for (int column = 0; column < rest.size(); column++) {
            if (rest.get(column).equals("yes")) {
                open.add(roles.get(column));
            }
        }
        opened.put(new Operation(operation[0], operation[1]), open);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::trim)
                .toList();
    }
}
