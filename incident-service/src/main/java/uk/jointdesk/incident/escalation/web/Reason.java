package uk.jointdesk.incident.escalation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody escalates, or what is done about an escalation. */
@Schema(name = "EscalationReason")
public record Reason(@NotBlank @Size(max = 2_000) String reason) {}
