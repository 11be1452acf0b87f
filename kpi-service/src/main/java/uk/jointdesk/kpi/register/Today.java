package uk.jointdesk.kpi.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import uk.jointdesk.kpi.answer.web.Explanation;

/** The local day, and the first day of the first month that is not over. */
@ApplicationScoped
public class Today {

    private static final ZoneId ZONE = ZoneId.of(Explanation.ZONE);

    private final Clock clock;

    public Today(Clock clock) {
        this.clock = clock;
    }

    public LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    public LocalDate firstOpenDay() {
        return day().withDayOfMonth(1);
    }
}
