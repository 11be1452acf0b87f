package uk.jointdesk.servicelevel.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Bank holidays of England and Wales from 2015 to 2030, each with the authority for it.
 *
 * <p>They are data, not rules: what the Government proclaims is not computable (8 May 2020 for VE Day, 19 September 2022
 * for the State Funeral). The years published on GOV.UK are taken from there; years beyond follow the standing law and
 * are to be replaced when they are published. A holiday at a weekend appears as its substitute day only, as on GOV.UK.
 */
public final class BankHolidays {

    /** First year with data; earlier years have no bank holidays here. */
    public static final int FIRST_YEAR = 2015;

    /** Last year with data; later years have no bank holidays here. */
    public static final int LAST_YEAR = 2030;

    private static final String FILE = "bank-holidays-england-and-wales.csv";
    private static final List<Holiday> ENGLAND_AND_WALES = read();

    private BankHolidays() {}

    /** All of them, in order of date. */
    public static List<Holiday> englandAndWales() {
        return ENGLAND_AND_WALES;
    }

    private static List<Holiday> read() {
        try (InputStream file = Objects.requireNonNull(BankHolidays.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(BankHolidays::holiday)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Holiday holiday(String line) {
        String[] fields = line.split(";", 3);
        return new Holiday(LocalDate.parse(fields[0]), fields[1], fields[2]);
    }
}
