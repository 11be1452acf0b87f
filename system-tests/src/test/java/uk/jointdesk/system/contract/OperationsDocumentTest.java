package uk.jointdesk.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of settings is the settings that there are. */
class OperationsDocumentTest {

    private static final Pattern SETTING = Pattern.compile("JOINTDESK_[A-Z_]*[A-Z]");
    private static final List<String> FILES = List.of(
            "gateway/src/main/resources/application.properties",
            "incident-service/src/main/resources/application.properties",
            "kpi-service/src/main/resources/application.properties",
            "finance-service/src/main/resources/application.properties",
            "libs/service-kit/src/main/resources/META-INF/microprofile-config.properties",
            "libs/traces/src/main/resources/META-INF/microprofile-config.properties");

    @Test
    void every_variable_that_is_read_has_a_row_and_no_other() throws IOException {
        Set<String> read = new TreeSet<>();
        for (String file : FILES) {
            read.addAll(settings(Files.readString(Sources.ROOT.resolve(Path.of(file)))));
        }
        List<String> told = Document.named("operations.md").rows().stream()
                .map(cells -> cells.get(0))
                .filter(cell -> cell.startsWith("`JOINTDESK_"))
                .flatMap(cell -> settings(cell).stream())
                .toList();
        assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(read);
    }

    private static Set<String> settings(String text) {
        return SETTING.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
