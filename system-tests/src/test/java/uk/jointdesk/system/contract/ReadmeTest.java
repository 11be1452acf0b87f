package uk.jointdesk.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table a newcomer starts from names classes and tests that are there. */
class ReadmeTest {

    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z]+)`");

    @Test
    void every_class_and_test_of_the_rule_table_exists() throws IOException {
        Set<String> named = Files.readAllLines(Sources.ROOT.resolve("README.md")).stream()
                .filter(line -> line.startsWith("|") && line.contains("?"))
                .flatMap(line -> NAME.matcher(line).results().map((MatchResult found) -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(40);
        assertThat(Sources.all().keySet()).containsAll(named);
    }
}
