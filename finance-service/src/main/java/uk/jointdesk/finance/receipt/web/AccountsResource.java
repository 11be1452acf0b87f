package uk.jointdesk.finance.receipt.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.bill.store.Bills;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.receipt.domain.AccountStatement;
import uk.jointdesk.finance.receipt.store.Receipts;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/partner-accounts")
@Tag(name = "Bills")
public class AccountsResource {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private final Bills bills;
    private final Receipts receipts;
    private final FundingPartners register;
    private final Caller caller;
    private final Clock clock;

    public AccountsResource(Bills bills, Receipts receipts, FundingPartners register, Caller caller, Clock clock) {
        this.bills = bills;
        this.receipts = receipts;
        this.register = register;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("{partner}")
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "partnerAccount",
            summary = "A partner's account at the end of a day: what it owes, since when, and what it has on account",
            description = "Today unless told. A council sees its own.")
    @APIResponse(responseCode = "200", description = "The account")
    @APIResponse(responseCode = "404", description = "The partner is unknown, or not the caller's")
    public AccountView account(@PathParam("partner") String partner, @QueryParam("asAt") String asAt) {
        if (!caller.scope().covers(partner) || register.find(partner).isEmpty()) {
            throw Refusal.notFound();
        }
        return AccountView.of(
                AccountStatement.of(partner, day(asAt), bills.ofPartner(partner), receipts.ofPartner(partner)));
    }

    private LocalDate day(String asAt) {
        try {
            return asAt == null ? LocalDate.ofInstant(clock.instant(), LONDON) : LocalDate.parse(asAt);
        } catch (DateTimeException notADay) {
            throw Refusal.malformed(
                    "date-malformed",
                    "A day is written as 2021-03-31.",
                    FieldError.query("asAt", "such as 2021-03-31"));
        }
    }
}
