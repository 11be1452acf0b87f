package uk.jointdesk.gateway.contract;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import uk.jointdesk.gateway.page.Shell;

/** What changed of one partner's contract, for a reader. */
record ChangesPage(
        Shell.Frame frame, ContractTerms terms, String rolesInWords, String query, List<ContractHistory.Step> steps)
        implements TemplateInstance {}
