package uk.jointdesk.kpi.measurement.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.measurement.domain.Measurement;
import uk.jointdesk.kpi.measurement.domain.OutOfPlace;
import uk.jointdesk.kpi.measurement.domain.Reading;
import uk.jointdesk.kpi.measurement.store.MeasurementStore;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.RuleBroken;

/** Takes the rows of a CSV one by one: good rows go in, bad ones are reported, repeated ones change nothing. */
final class CsvIntake {

    /** What became of the rows. */
    @Schema(name = "MeasurementIntake")
    record Report(int rowsRead, int accepted, int duplicates, int rejected, List<RowError> errors) {}

    /** @param row the line of the file, the header being line 1 */
    @Schema(name = "MeasurementRowError")
    record RowError(long row, String code, String pointer, String message) {}

    private final Kpi kpi;
    private final YearMonth thisMonth;
    private final MeasurementStore.Intake measurements;
    private final List<RowError> errors = new ArrayList<>();
    private int accepted;
    private int duplicates;

    CsvIntake(Kpi kpi, YearMonth thisMonth, MeasurementStore.Intake measurements) {
        this.kpi = kpi;
        this.thisMonth = thisMonth;
        this.measurements = measurements;
    }

    Report take(MeasurementCsv csv) {
        csv.rows().forEach(this::take);
        int read = accepted + duplicates + errors.size();
        return new Report(read, accepted, duplicates, errors.size(), errors);
    }

    private void take(MeasurementCsv.Row row) {
        try {
            Reading reading = row.reading();
            reading.check(kpi, thisMonth);
            Optional<Measurement> standing = measurements.standing(reading.month());
            if (standing.filter(one -> one.says(reading)).isPresent()) {
                duplicates++;
                return;
            }
            reading.checkPlace(standing);
            measurements.add(reading);
            accepted++;
        } catch (RuleBroken broken) {
            errors.add(new RowError(row.line(), broken.code(), broken.pointer(), broken.getMessage()));
        } catch (OutOfPlace outOfPlace) {
            errors.add(new RowError(row.line(), outOfPlace.code(), "/supersedes", outOfPlace.getMessage()));
        }
    }
}
