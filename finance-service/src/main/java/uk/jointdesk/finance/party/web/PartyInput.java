package uk.jointdesk.finance.party.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.party.domain.BillingParty;
import uk.jointdesk.finance.party.domain.ElectronicAddress;
import uk.jointdesk.finance.party.domain.PostalAddress;

/** A council as bills are to name it. */
@Schema(name = "BillingPartyInput")
public record PartyInput(
        @Schema(description = "The code of a funding partner; in a change it is in the address")
        String partner,

        @NotBlank @Size(max = 200) String legalName,
        @NotNull @Valid AddressInput address,

        @Size(max = 14) @Schema(description = "GB and nine digits, the last two a check", examples = "GB999999973")
        String vatNumber,

        @NotNull @Valid EndpointInput endpoint,

        @Schema(description = "Bills issued from this day on carry it; today unless told")
        LocalDate validFrom,

        @NotBlank @Size(max = 500) @Schema(description = "Where it is written")
        String source,

        @Schema(description = "Some of it is not published; false unless told")
        Boolean assumption) {

    @Schema(name = "PostalAddressInput")
    public record AddressInput(
            @NotBlank @Size(max = 200) String street,
            @Size(min = 1, max = 200) String district,
            @NotBlank @Size(max = 100) String city,

            @NotBlank @Size(max = 10) @Schema(examples = "HA9 0FJ")
            String postcode,

            @Schema(description = "ISO 3166-1 alpha-2; GB unless told") @Size(min = 2, max = 2)
            String country) {
        PostalAddress address() {
            return new PostalAddress(street, district, city, postcode, country == null ? "GB" : country);
        }
    }

    @Schema(name = "ElectronicAddressInput")
    public record EndpointInput(
            @NotBlank
            @Size(max = 4)
            @Schema(description = "A code of Peppol's Electronic Address Scheme list, 0088 for GS1", examples = "0088")
            String scheme,

            @NotBlank @Size(max = 50) @Schema(examples = "2000000000015")
            String id) {}

    boolean assumed() {
        return Boolean.TRUE.equals(assumption);
    }

    /** @throws uk.jointdesk.finance.refusal.domain.RuleBroken when an identifier has not the shape it must have */
    BillingParty party(String code) {
        BillingParty party = new BillingParty(
                code, legalName, address.address(), vatNumber, new ElectronicAddress(endpoint.scheme(), endpoint.id()));
        party.check();
        return party;
    }
}
