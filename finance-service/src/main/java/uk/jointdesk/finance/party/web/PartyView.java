package uk.jointdesk.finance.party.web;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.party.domain.ElectronicAddress;
import uk.jointdesk.finance.party.domain.PartyVersion;
import uk.jointdesk.finance.party.domain.PostalAddress;

/** A council as bills name it, with who wrote it down and when. */
@Schema(name = "BillingParty")
public record PartyView(
        String partner,
        int version,
        LocalDate validFrom,

        @Schema(description = "The council that runs the service and bills for it")
        boolean host,

        String legalName,
        PostalAddress address,
        String vatNumber,
        ElectronicAddress endpoint,
        String source,
        boolean assumption,
        Instant recordedAt,
        String recordedBy) {

    static PartyView of(PartyVersion written) {
        return new PartyView(
                written.party().partner(),
                written.number(),
                written.validFrom(),
                written.host(),
                written.party().legalName(),
                written.party().address(),
                written.party().vatNumber(),
                written.party().endpoint(),
                written.source(),
                written.assumption(),
                written.recordedAt(),
                written.recordedBy());
    }
}
