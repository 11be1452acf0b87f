package uk.jointdesk.finance.driver;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.driver.domain.DriverValue;
import uk.jointdesk.finance.driver.domain.Reported;
import uk.jointdesk.finance.driver.domain.TicketCounts;
import uk.jointdesk.finance.driver.store.Pulls;

/** Makes values of the driver tickets out of what kpi-service counts. */
@ApplicationScoped
public class TicketPull {
    public static final String DRIVER = "tickets";
    private static final String SOURCE = "kpi-service";
    private static final String CHANGED = "Pulled again: kpi-service counts otherwise than before";

    private final DriverRecords records;
    private final Pulls pulls;

    public TicketPull(DriverRecords records, Pulls pulls) {
        this.records = records;
        this.pulls = pulls;
    }

    /**
     * What became of it.
     *
     * @param accepted new values, corrections of former ones included
     * @param leftOut counts of partners that share in no cost here
     */
    @Schema(name = "DriverPull")
    public record Pulled(
            UUID id,
            String driver,
            String asked,
            TicketCounts.Definition definition,
            Instant asAt,
            String digest,
            int accepted,
            int unchanged,
            List<TicketCounts.Count> leftOut) {}

    /** The values and what they were read from come together or not at all. */
    public Pulled take(TicketCounts counts) {
        return pulls.inOne(() -> takeAll(counts));
    }

    private Pulled takeAll(TicketCounts counts) {
        UUID id = UUID.randomUUID();
        String digest = pulls.keep(id, DRIVER, counts, records.now());
        DriverRecords.Intake intake = records.intake();
        List<TicketCounts.Count> leftOut = new ArrayList<>();
        int accepted = 0;
        int unchanged = 0;
        for (TicketCounts.Count count : counts.counts()) {
            if (!intake.knows(count.partner())) {
                leftOut.add(count);
            } else if (intake.take(reported(count, counts, id)).isNew()) {
                accepted++;
            } else {
                unchanged++;
            }
        }
        return new Pulled(
                id, DRIVER, counts.asked(), counts.definition(), counts.asAt(), digest, accepted, unchanged, leftOut);
    }

    private static Reported reported(TicketCounts.Count count, TicketCounts counts, UUID pull) {
        TicketCounts.Definition definition = counts.definition();
        String note = "GET " + counts.asked() + ", definition " + definition.code() + " version " + definition.version()
                + ", as at " + counts.asAt();
        return new Reported(
                new DriverValue.Key(DRIVER, count.partner(), count.month()),
                BigDecimal.valueOf(count.logged()),
                new DriverValue.Evidence(SOURCE, note, false, pull),
                null,
                CHANGED);
    }
}
