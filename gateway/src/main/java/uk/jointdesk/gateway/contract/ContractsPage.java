package uk.jointdesk.gateway.contract;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import uk.jointdesk.gateway.page.Shell;

/** The contracts a reader may see. */
record ContractsPage(Shell.Frame frame, List<ContractResource.Listed> contracts) implements TemplateInstance {}
