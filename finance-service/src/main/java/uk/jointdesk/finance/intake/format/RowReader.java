package uk.jointdesk.finance.intake.format;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.jointdesk.finance.intake.domain.Field;
import uk.jointdesk.finance.intake.domain.ImportProfile;
import uk.jointdesk.finance.intake.domain.ImportRow;
import uk.jointdesk.finance.intake.domain.PaymentLine;
import uk.jointdesk.finance.intake.domain.RowError;
import uk.jointdesk.finance.intake.domain.RowRefused;
import uk.jointdesk.finance.money.domain.Money;

/** Reads the rows of an extract one after the other, each as a payment or as the reason why there is none. */
public final class RowReader {
    private static final int EXCERPT = 200;
    private final ImportProfile profile;
    private final Lines lines;
    private final Cells cells;
    private final Sorting sorting;
    private final PaymentReader payments;
    private final Occurrences occurrences = new Occurrences();
    private Money stated;
    private long row;

    /**
     * @param date of payments where the extract has no column for it
     * @throws RowRefused {@code header-missing}: no line names all the columns
     */
    public RowReader(Reader body, ImportProfile profile, LocalDate date, Sorting sorting)
            throws IOException, RowRefused {
        this.profile = profile;
        this.lines = new Lines(body);
        this.cells = new Cells(profile.layout().delimiter());
        this.sorting = sorting;
        this.payments = new PaymentReader(profile, header(), date);
    }

    /** The total that the body states of itself, as far as it was read, or null. */
    public Money stated() {
        return stated;
    }

    /** The next rows, none at the end of the body. */
    public List<ImportRow> next(int most) throws IOException {
        List<ImportRow> rows = new ArrayList<>();
        while (rows.size() < most) {
            Lines.Line line = lines.next();
            if (line == null) {
                break;
            }
            row(line).ifPresent(rows::add);
        }
        return rows;
    }

    private Header header() throws IOException, RowRefused {
        for (int skipped = 0; skipped < profile.layout().linesToSkip(); skipped++) {
            lines.next();
        }
        for (int looked = 0; looked < profile.layout().headerWithin(); looked++) {
            Lines.Line line = lines.next();
            if (line == null) {
                break;
            }
            Optional<Header> found = header(line);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new RowRefused("header-missing", "no line names all the columns of the profile", null);
    }

    private Optional<Header> header(Lines.Line line) {
        try {
            return Header.in(cells.of(line.text()), profile.columns());
        } catch (RowRefused preamble) {
            return Optional.empty();
        }
    }

    /** Empty for a blank line and for a row of totals. */
    private Optional<ImportRow> row(Lines.Line line) {
        List<String> found = List.of();
        try {
            found = cells(line);
            if (found.stream().allMatch(String::isEmpty) || isTotal(found)) {
                return Optional.empty();
            }
            PaymentLine payment = payments.read(payments.whole(found));
            return Optional.of(accepted(line, payment));
        } catch (RowRefused refused) {
            return Optional.of(refused(line, refused, payments.readable(found)));
        }
    }

    private List<String> cells(Lines.Line line) throws RowRefused {
        if (line.overlong()) {
            throw new RowRefused("row-too-long", "has more than " + Lines.LONGEST + " characters", null);
        }
        if (line.text().indexOf('\0') >= 0 || line.text().indexOf('\ufffd') >= 0) {
            throw new RowRefused("row-not-text", "holds bytes that are not text in the profile's encoding", null);
        }
        return cells.of(line.text());
    }

    private boolean isTotal(List<String> found) {
        String first =
                found.stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
        if (profile.layout().totals().stream().noneMatch(word -> word.strip().equalsIgnoreCase(first))) {
            return false;
        }
        stated = payments.readable(found);
        return true;
    }

    private ImportRow accepted(Lines.Line line, PaymentLine payment) throws RowRefused {
        Sorting.Place place = sorting.place(payment, profile.codes());
        String digest = occurrences.digest(payment.content());
        String reference = profile.has(Field.LINE_ID) ? payment.lineId() : occurrences.reference(digest);
        return new ImportRow(
                ++row,
                line.number(),
                payment,
                reference,
                digest,
                place.target(),
                place.suspenseReason(),
                null,
                excerpt(line),
                payment.net());
    }

    private ImportRow refused(Lines.Line line, RowRefused reason, Money readable) {
        row++;
        RowError error =
                new RowError(row, line.number(), reason.code(), reason.getMessage(), reason.pointer(), excerpt(line));
        return new ImportRow(row, line.number(), null, null, null, null, null, error, excerpt(line), readable);
    }

    private static String excerpt(Lines.Line line) {
        String start = line.text().substring(0, Math.min(EXCERPT, line.text().length()));
        return start.replace('\0', '\ufffd');
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s at row %d", profile.name(), row);
    }
}
