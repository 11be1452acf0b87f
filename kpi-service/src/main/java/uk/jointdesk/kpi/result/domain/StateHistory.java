package uk.jointdesk.kpi.result.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.jointdesk.kpi.compliance.domain.Rag;

/** The raw colours of one indicator as runs of months, so that "green for n months" is counted and not typed. */
public record StateHistory(List<Run> runs) {

    /** A colour in consecutive months, both ends included. */
    public record Run(Rag rag, YearMonth from, YearMonth to) {
        public int months() {
            return (int) from.until(to, java.time.temporal.ChronoUnit.MONTHS) + 1;
        }

        private boolean goesOn(KpiResult next) {
            return rag == next.raw() && to.plusMonths(1).equals(next.month());
        }
    }

    public static StateHistory of(List<KpiResult> results) {
        List<Run> runs = new ArrayList<>();
        results.stream().sorted(Comparator.comparing(KpiResult::month)).forEach(result -> {
            int last = runs.size() - 1;
            if (last >= 0 && runs.get(last).goesOn(result)) {
                runs.set(last, new Run(result.raw(), runs.get(last).from(), result.month()));
            } else {
                runs.add(new Run(result.raw(), result.month(), result.month()));
            }
        });
        return new StateHistory(List.copyOf(runs));
    }

    /** For how many months up to and including this one the indicator was green without a break. */
    public int greenFor(YearMonth month) {
        return runs.stream()
                .filter(run -> run.rag() == Rag.GREEN)
                .filter(run -> !run.from().isAfter(month) && !run.to().isBefore(month))
                .mapToInt(run -> new Run(Rag.GREEN, run.from(), month).months())
                .sum();
    }
}
