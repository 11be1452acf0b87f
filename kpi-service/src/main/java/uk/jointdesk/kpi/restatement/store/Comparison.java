package uk.jointdesk.kpi.restatement.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kpi.pack.PackCompiler;
import uk.jointdesk.kpi.pack.domain.PackDocument;
import uk.jointdesk.kpi.pack.store.PackJson;
import uk.jointdesk.kpi.restatement.domain.CellChange;
import uk.jointdesk.kpi.restatement.domain.CellChange.TicketChange;
import uk.jointdesk.kpi.restatement.domain.Changes;

/** Compares a published pack with what it would say today. */
@ApplicationScoped
public class Comparison {

    private final PackCompiler compiler;

    public Comparison(PackCompiler compiler) {
        this.compiler = compiler;
    }

    /** The changed cells, each with the tickets that changed it and what has arrived about them. */
    List<CellChange> changes(Handle handle, PublishedPacks.Standing published) {
        PackDocument frozen =
                PackJson.read(PublishedPacks.whole(handle, published.pack().id()), PackDocument.class);
        PackDocument today = compiler.compile(published.pack(), List.of(), null);
        return explained(handle, published.arrival(), Changes.between(frozen, today));
    }

    private static List<CellChange> explained(Handle handle, long after, List<CellChange> changes) {
        Collection<String> tickets = new TreeSet<>();
        changes.forEach(change -> change.tickets().forEach(moved -> tickets.add(moved.ticket())));
        Map<String, List<CellChange.Cause>> causes = Arrivals.since(handle, after, tickets);
        return changes.stream()
                .map(change -> change.withTickets(change.tickets().stream()
                        .map(moved -> new TicketChange(
                                moved.ticket(),
                                moved.was(),
                                moved.is(),
                                causes.getOrDefault(moved.ticket(), List.of())))
                        .toList()))
                .toList();
    }
}
