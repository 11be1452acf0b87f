package uk.jointdesk.kpi.pack.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kpi.pack.domain.Clearance;
import uk.jointdesk.kpi.pack.domain.Pack;
import uk.jointdesk.kpi.pack.domain.PackStep;

/** A step of a pack as a row. */
final class PackStepRow {

    private PackStepRow() {}

    static void insert(Handle handle, String pack, PackStep step) {
        handle.createUpdate("""
                insert into pack_step (pack, number, draft, kind, role, clearance, comment, client, subject, at)
                select :pack, coalesce(max(number), 0) + 1, :draft, :kind, :role, :clearance, :comment, :client,
                       :subject, :at
                  from pack_step where pack = :pack
                """)
                .bind("pack", pack)
                .bind("draft", step.draft())
                .bind("kind", step.kind().name())
                .bind("role", step.role())
                .bind(
                        "clearance",
                        step.clearance() == null ? null : step.clearance().name())
                .bind("comment", step.comment())
                .bind("client", step.by().client())
                .bind("subject", step.by().subject())
                .bind("at", PackStore.offset(step.at()))
                .execute();
    }

    static PackStep read(ResultSet row) throws SQLException {
        String clearance = row.getString("clearance");
        return new PackStep(
                row.getInt("number"),
                row.getInt("draft"),
                PackStep.Kind.valueOf(row.getString("kind")),
                row.getString("role"),
                clearance == null ? null : Clearance.valueOf(clearance),
                row.getString("comment"),
                new Pack.Actor(row.getString("client"), row.getString("subject")),
                PackStore.instant(row, "at"));
    }
}
