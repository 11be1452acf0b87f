package uk.jointdesk.kit.rules;

import java.time.LocalTime;
import uk.jointdesk.servicelevel.calendar.Window;

/** Opening hours such as 08:00 to 18:00; {@code 24:00} is the end of the day, a close before the open is next day's. */
public record WindowDocument(String open, String close) {

    static WindowDocument of(Window window) {
        boolean midnight = window.close().equals(LocalTime.MIDNIGHT);
        return new WindowDocument(
                window.open().toString(), midnight ? "24:00" : window.close().toString());
    }

    Window toWindow() {
        return Window.of(open, close);
    }
}
