package uk.jointdesk.kpi.feed.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kpi.feed.domain.FeedEvent;
import uk.jointdesk.kpi.feed.domain.Judge;
import uk.jointdesk.kpi.feed.domain.TicketRecord;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;

/** Folds tickets from their facts and puts what follows in the place of what followed before. */
final class Judging {

    private Judging() {}

    /** Folding is pure, so the processors share it. */
    static void again(Handle handle, Set<String> tickets, ServiceLevelRules rules) {
        Judge judge = new Judge(rules);
        Map<String, List<FeedEvent>> events = FactStore.of(handle, tickets);
        Collection<TicketRecord> records = events.entrySet().parallelStream()
                .map(ticket -> judge.judge(ticket.getKey(), ticket.getValue()))
                .flatMap(Optional::stream)
                .toList();
        RecordStore.replace(handle, tickets, records);
        SurveyIntake.follow(handle, tickets);
    }
}
