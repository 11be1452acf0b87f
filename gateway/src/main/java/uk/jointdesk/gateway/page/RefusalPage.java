package uk.jointdesk.gateway.page;

import io.quarkus.qute.TemplateInstance;
import uk.jointdesk.gateway.problem.Problem;

/** A refusal for a reader. */
public record RefusalPage(Shell.Frame frame, Problem problem) implements TemplateInstance {}
