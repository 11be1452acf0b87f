package uk.jointdesk.kpi.register.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The states of an indicator by the day they began. */
public record Life(List<Stage> stages) {

    public Life {
        stages = stages.stream().sorted(Comparator.comparing(Stage::from)).toList();
    }

    /** The state on a day; empty before it was known. */
    public Optional<State> on(LocalDate day) {
        return stages.stream()
                .filter(stage -> !stage.from().isAfter(day))
                .map(Stage::state)
                .reduce((earlier, later) -> later);
    }

    /** Goes on to a further state; months that are over keep the state they were counted in. */
    public Life then(Stage next, LocalDate firstOpenDay) {
        Stage last = stages.get(stages.size() - 1);
        if (!last.state().mayBecome(next.state())) {
            throw new RuleBroken("state-refused", "/state/to", "cannot follow " + last.state());
        }
        if (!next.from().isAfter(last.from())) {
            throw new RuleBroken("state-retroactive", "/state/from", "lies on or before " + last.from());
        }
        if (next.from().isBefore(firstOpenDay)) {
            throw new RuleBroken("state-retroactive", "/state/from", "lies in a month that is over");
        }
        List<Stage> more = new ArrayList<>(stages);
        more.add(next);
        return new Life(more);
    }
}
