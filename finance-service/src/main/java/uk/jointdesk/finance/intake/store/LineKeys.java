package uk.jointdesk.finance.intake.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.finance.intake.domain.ImportRow;

/** What of a batch the ledger knows already. */
final class LineKeys {
    private LineKeys() {}

    /** For each reference of these rows that was posted before, the digest of what it said then. */
    static Map<String, String> known(Handle h, String source, List<ImportRow> rows) {
        return h
                .createQuery("select j.source_reference, coalesce(i.digest, '') as digest"
                        + " from unnest(:references) as asked (reference)"
                        + " join journal j on j.source = :source and j.source_reference = asked.reference"
                        + " left join imported_line i on i.journal = j.id")
                .bind("references", rows.stream().map(ImportRow::reference).toArray(String[]::new))
                .bind("source", source)
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
