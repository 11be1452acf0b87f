package uk.jointdesk.finance.chain.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.finance.chain.domain.SealText;

/** What journals say, taken from the rows as they are: a row that somebody spoilt is no journal, and still a text. */
final class SealTexts {
    private static final List<String> HEAD = List.of(
            "id",
            "entered",
            "posted_on",
            "financial_year",
            "period",
            "description",
            "reverses",
            "source",
            "source_reference",
            "line_count",
            "recorded",
            "recorded_by");
    private static final List<String> LINE = List.of(
            "line",
            "account",
            "financial_year",
            "budget_line",
            "partner",
            "amount_pence",
            "cost_centre",
            "subjective",
            "project");

    private SealTexts() {}

    /** By journal; one that is not there any more has none. */
    static Map<UUID, SealText> of(Handle h, Collection<UUID> journals) {
        Map<UUID, List<List<String>>> lines = new HashMap<>();
        h.createQuery("select p.* from posting p where p.journal in (<journals>) order by p.journal, p.line")
                .bindList("journals", List.copyOf(journals))
                .map((row, context) -> lines.computeIfAbsent(
                                row.getObject("journal", UUID.class), any -> new ArrayList<>())
                        .add(fields(row, LINE)))
                .list();
        Map<UUID, SealText> texts = new HashMap<>();
        h.createQuery("select j.*, (extract(epoch from recorded_at) * 1000000)::bigint as recorded from journal j"
                        + " where j.id in (<journals>)")
                .bindList("journals", List.copyOf(journals))
                .map((row, context) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return texts.put(id, new SealText(fields(row, HEAD), lines.getOrDefault(id, List.of())));
                })
                .list();
        return texts;
    }

    /** Numbers and dates as PostgreSQL writes them: they have one writing each. */
    private static List<String> fields(ResultSet row, List<String> columns) throws SQLException {
        List<String> fields = new ArrayList<>(columns.size());
        for (String column : columns) {
            fields.add(row.getString(column));
        }
        return fields;
    }
}
