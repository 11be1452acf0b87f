package uk.jointdesk.incident.bulkclosure.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a bulk closure is taken back. */
public record UndoRequest(@NotBlank @Size(max = 2_000) String reason) {}
