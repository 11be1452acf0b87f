package uk.jointdesk.kpi.feed.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kpi.feed.domain.Basis;
import uk.jointdesk.kpi.feed.domain.Judgement;
import uk.jointdesk.servicelevel.agreement.Metric;

/** The numbers that stand for what some judgements rest on. */
record BasisNumbers(Map<BasisStore.Dated, Integer> numbers) {

    static BasisNumbers of(Handle handle, Metric metric, List<Judgement> judgements) {
        return new BasisNumbers(BasisStore.numbers(
                handle,
                metric,
                judgements.stream()
                        .filter(BasisNumbers::restsOnSomething)
                        .map(BasisNumbers::dated)
                        .collect(Collectors.toSet())));
    }

    /** Null where no clock was read. */
    Integer of(Judgement judgement) {
        return restsOnSomething(judgement) ? numbers.get(dated(judgement)) : null;
    }

    private static boolean restsOnSomething(Judgement judgement) {
        return !judgement.basis().equals(Basis.NONE);
    }

    private static BasisStore.Dated dated(Judgement judgement) {
        LocalDate day = LocalDate.ofInstant(judgement.overAt(), RecordStore.LONDON);
        return new BasisStore.Dated(day.withDayOfMonth(1), judgement.basis());
    }
}
