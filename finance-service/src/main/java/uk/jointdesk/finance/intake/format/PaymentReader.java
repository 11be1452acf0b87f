package uk.jointdesk.finance.intake.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.jointdesk.finance.intake.domain.Field;
import uk.jointdesk.finance.intake.domain.ImportProfile;
import uk.jointdesk.finance.intake.domain.Layout.Repair;
import uk.jointdesk.finance.intake.domain.PaymentLine;
import uk.jointdesk.finance.intake.domain.RowRefused;
import uk.jointdesk.finance.money.domain.Money;

/** Reads the cells of a row as a payment. */
final class PaymentReader {
    private static final int LONGEST_CODE = 200;
    private static final int LONGEST_TEXT = 500;
    private static final Pattern DATE_THEN_AMOUNT = Pattern.compile("(.*/[0-9]{4})([0-9]{1,3}(?:\\.[0-9]{1,2})?)");
    private final ImportProfile profile;
    private final Header header;
    private final LocalDate dateOfAll;

    PaymentReader(ImportProfile profile, Header header, LocalDate dateOfAll) {
        this.profile = profile;
        this.header = header;
        this.dateOfAll = dateOfAll;
    }

    PaymentLine read(List<String> cells) throws RowRefused {
        Amounts amounts = amounts(cells);
        String lineId = text(cells, Field.LINE_ID, LONGEST_CODE);
        if (lineId == null && profile.has(Field.LINE_ID)) {
            throw new RowRefused("field-missing", "is required", Field.LINE_ID.pointer());
        }
        return new PaymentLine(
                lineId,
                date(cells),
                amounts.net(),
                amounts.vat(),
                text(cells, Field.SUPPLIER, LONGEST_TEXT),
                text(cells, Field.COST_CENTRE, LONGEST_CODE),
                text(cells, Field.EXPENSE, LONGEST_CODE),
                text(cells, Field.ORDER_REFERENCE, LONGEST_CODE),
                text(cells, Field.DESCRIPTION, LONGEST_TEXT),
                profile.naturalPersons().says(text(cells, Field.PAYEE_TYPE, LONGEST_CODE)));
    }

    /** The row with as many cells as the header, after what is known to be damaged was mended. */
    List<String> whole(List<String> cells) throws RowRefused {
        if (cells.size() == header.width()) {
            return cells;
        }
        if (cells.size() == header.width() - 1
                && profile.layout().repairs().contains(Repair.DATE_AND_AMOUNT_RUN_TOGETHER)
                && header.place(Field.NET) == header.place(Field.DATE) + 1) {
            return dateAndAmountApart(cells);
        }
        throw columnsWrong(cells);
    }

    private List<String> dateAndAmountApart(List<String> cells) throws RowRefused {
        int place = header.place(Field.DATE);
        Matcher parts = DATE_THEN_AMOUNT.matcher(cells.get(place));
        if (!parts.matches()) {
            throw columnsWrong(cells);
        }
        List<String> mended = new ArrayList<>(cells);
        mended.set(place, parts.group(1));
        mended.add(place + 1, parts.group(2));
        return mended;
    }

    private RowRefused columnsWrong(List<String> cells) {
        return new RowRefused(
                "columns-wrong", "has " + cells.size() + " columns where the header has " + header.width(), null);
    }

    private LocalDate date(List<String> cells) throws RowRefused {
        if (!profile.has(Field.DATE)) {
            return dateOfAll;
        }
        String written = text(cells, Field.DATE, LONGEST_CODE);
        if (written == null) {
            throw new RowRefused("field-missing", "is required", Field.DATE.pointer());
        }
        return profile.dates().read(written, Field.DATE.pointer());
    }

    /** The net amount as far as it can be read, for the sums of refused rows; else nothing. */
    Money readable(List<String> cells) {
        try {
            return amounts(whole(cells)).net();
        } catch (RowRefused unreadable) {
            return Money.ZERO;
        }
    }

    private record Amounts(Money net, Money vat) {}

    private Amounts amounts(List<String> cells) throws RowRefused {
        Money net = amount(cells, Field.NET);
        Money vat = amount(cells, Field.VAT);
        Money gross = amount(cells, Field.GROSS);
        if (net == null && gross == null) {
            Field missing = profile.has(Field.NET) ? Field.NET : Field.GROSS;
            throw new RowRefused("field-missing", "is required", missing.pointer());
        }
        if (net == null) {
            net = vat == null ? gross : gross.minus(vat);
        }
        if (vat == null) {
            vat = gross == null ? Money.ZERO : gross.minus(net);
        }
        checkSum(net, vat, gross);
        return new Amounts(net, vat);
    }

    private static void checkSum(Money net, Money vat, Money gross) throws RowRefused {
        if (gross != null && !gross.equals(net.plus(vat))) {
            throw new RowRefused("gross-differs", "is not net and VAT together", Field.GROSS.pointer());
        }
        if (net.isZero()) {
            throw new RowRefused("amount-zero", "is nothing to be posted", Field.NET.pointer());
        }
    }

    private Money amount(List<String> cells, Field field) throws RowRefused {
        String written = header.text(cells, field);
        return written == null ? null : profile.amounts().read(written, field.pointer());
    }

    private String text(List<String> cells, Field field, int longest) throws RowRefused {
        String text = header.text(cells, field);
        if (text != null && text.length() > longest) {
            throw new RowRefused("field-too-long", "has more than " + longest + " characters", field.pointer());
        }
        return text;
    }
}
