package uk.jointdesk.incident.notification.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.notification.domain.QuietHours;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** When a subscriber is not to be disturbed; what falls into it waits. */
public record QuietHoursDocument(
        @Schema(
                description = "Whose wall clock the windows are read by",
                examples = "Europe/London",
                implementation = String.class)
        @NotNull
        ZoneId zone,

        @NotEmpty @Size(max = 50) List<@NotNull @Valid WindowDocument> windows) {

    /** One stretch on each of these days. */
    public record WindowDocument(
            @Schema(description = "The days on which it begins") @NotEmpty
            Set<@NotNull DayOfWeek> days,

            @Schema(examples = "18:00", implementation = String.class) @NotNull
            LocalTime from,

            @Schema(
                    description = "On the next day when it is not later than `from`",
                    examples = "08:00",
                    implementation = String.class)
            @NotNull
            LocalTime to) {}

    static QuietHoursDocument of(QuietHours hours) {
        return hours == null
                ? null
                : new QuietHoursDocument(
                        hours.zone(),
                        hours.windows().stream()
                                .map(window -> new WindowDocument(window.days(), window.from(), window.to()))
                                .toList());
    }

    QuietHours toDomain() {
        QuietHours hours = new QuietHours(
                zone,
                windows.stream()
                        .map(window -> new QuietHours.Window(window.days(), window.from(), window.to()))
                        .toList());
        if (!hours.leaveAGap()) {
            throw Refusal.refused(
                    "quiet-hours-endless",
                    "These quiet hours never end, so nothing would ever be told.",
                    new FieldError("/quietHours/windows", "leave no time of the week"));
        }
        return hours;
    }
}
