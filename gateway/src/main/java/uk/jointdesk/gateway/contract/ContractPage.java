package uk.jointdesk.gateway.contract;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import uk.jointdesk.gateway.page.Shell;

/**
 * One partner's contract for a reader.
 *
 * @param query {@code ?role=…} of the contract, to be kept in its links
 */
record ContractPage(
        Shell.Frame frame,
        ContractTerms terms,
        String rolesInWords,
        String query,
        String version,
        List<ContractView.Place> environments,
        List<ContractView.Quota> quotas,
        List<ContractView.Chapter> chapters)
        implements TemplateInstance {

    static ContractPage of(Shell.Frame frame, ContractTerms terms, String query, ContractView contract) {
        return new ContractPage(
                frame,
                terms,
                terms.rolesInWords(),
                query,
                contract.version(),
                contract.environments(),
                contract.quotas(),
                contract.chapters());
    }
}
