package uk.jointdesk.gateway.page;

import io.quarkus.qute.TemplateInstance;

/** What a reader sees after signing out. */
public record SignedOutPage(Shell.Frame frame) implements TemplateInstance {}
