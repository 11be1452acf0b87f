package uk.jointdesk.gateway.board;

import io.quarkus.qute.TemplateInstance;
import uk.jointdesk.gateway.page.Shell;

/** @param board null when the form could not be read */
record BoardPage(Shell.Frame frame, BoardForm form, Board board) implements TemplateInstance {}
