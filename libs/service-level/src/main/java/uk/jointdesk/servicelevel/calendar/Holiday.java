package uk.jointdesk.servicelevel.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A day without service, with the authority for it.
 *
 * @param date local date in the calendar's zone
 * @param name what people call it, as it appears in an explanation
 * @param source who says so: an Act, a proclamation, a published list
 */
public record Holiday(LocalDate date, String name, String source) {

    public Holiday {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(source, "source");
    }

    /** Name and source in one line, as an explanation prints them. */
    public String described() {
        return source.isBlank() ? name : name + " (" + source + ")";
    }
}
