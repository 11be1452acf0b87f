package uk.jointdesk.gateway.status;

import io.quarkus.qute.TemplateInstance;
import uk.jointdesk.gateway.page.Shell;

/** How the suite does, for a reader. */
record StatusPage(Shell.Frame frame, StatusView view) implements TemplateInstance {}
