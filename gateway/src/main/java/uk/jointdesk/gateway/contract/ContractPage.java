package uk.jointdesk.gateway.contract;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import uk.jointdesk.gateway.page.Shell;

/** One partner's contract for a reader. */
record ContractPage(
        Shell.Frame frame, ContractTerms terms, String rolesInWords, String query, List<ContractView.Chapter> chapters)
        implements TemplateInstance {}
