package uk.jointdesk.incident.watcher.web;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who is to hear of a ticket. */
public record NewWatcher(
        @Schema(description = "An opaque id; the caller's own when left out")
        @Pattern(regexp = "[A-Za-z0-9._:-]{1,64}", message = "is an opaque id of letters, digits and . _ : -")
        String watcher) {}
