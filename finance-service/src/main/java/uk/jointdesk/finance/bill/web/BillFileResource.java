package uk.jointdesk.finance.bill.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.bill.domain.Bill;
import uk.jointdesk.finance.bill.output.CsvOutput;
import uk.jointdesk.finance.bill.output.HtmlOutput;
import uk.jointdesk.finance.bill.output.UblOutput;
import uk.jointdesk.finance.bill.store.Bills;
import uk.jointdesk.finance.party.store.BillingParties;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

/** Bills as files. */
@Path("/api/v1/bills")
@Tag(name = "Bills")
public class BillFileResource {
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String XML = "application/xml";
    private static final String PDF = "application/pdf";
    private final Bills bills;
    private final BillingParties parties;

    public BillFileResource(Bills bills, BillingParties parties) {
        this.bills = bills;
        this.parties = parties;
    }

    @GET
    @Path("{number}.csv")
    @Produces(CSV)
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "billCsv", summary = "A bill as CSV, one row a line")
    @APIResponse(
            responseCode = "200",
            description = "The bill",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "There is none, or it is not the caller's")
    public Response csv(@PathParam("number") String number) {
        return file(number + ".csv", CSV, CsvOutput.bytes(bill(number)));
    }

    @GET
    @Path("{number}.html")
    @Produces(HTML)
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "billHtml", summary = "A bill as an accessible page")
    @APIResponse(
            responseCode = "200",
            description = "The bill",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "There is none, or it is not the caller's")
    @APIResponse(responseCode = "409", description = "The partner has no name and address for bills yet")
    public Response html(@PathParam("number") String number) {
        Bill bill = bill(number);
        BillingParties.Printed names = names(bill);
        return Response.ok(HtmlOutput.html(bill, names.from(), names.to()), HTML)
                .build();
    }

    @GET
    @Path("{number}.pdf")
    @Produces(PDF)
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "billPdf", summary = "A bill as a tagged PDF (PDF/UA-1)")
    @APIResponse(
            responseCode = "200",
            description = "The bill",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "There is none, or it is not the caller's")
    @APIResponse(responseCode = "409", description = "The partner has no name and address for bills yet")
    public Response pdf(@PathParam("number") String number) {
        Bill bill = bill(number);
        BillingParties.Printed names = names(bill);
        return file(number + ".pdf", PDF, HtmlOutput.pdf(bill, names.from(), names.to()));
    }

    @GET
    @Path("{number}.xml")
    @Produces(XML)
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "billXml",
            summary = "A bill as an electronic invoice or credit note",
            description =
                    "UBL 2.1 by the rules of Peppol BIS Billing 3.0. A credit note's amounts are above zero there.")
    @APIResponse(
            responseCode = "200",
            description = "The bill",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "There is none, or it is not the caller's")
    @APIResponse(responseCode = "409", description = "The partner has no name and address for bills yet")
    public Response xml(@PathParam("number") String number) {
        Bill bill = bill(number);
        BillingParties.Printed names = names(bill);
        return file(number + ".xml", XML, new UblOutput(bill, names.from(), names.to()).bytes());
    }

    private Bill bill(String number) {
        return bills.find(number).orElseThrow(Refusal::notFound);
    }

    private BillingParties.Printed names(Bill bill) {
        return parties.printedOn(bill.number())
                .orElseThrow(() -> Refusal.conflict(
                        "billing-party-missing", "The partner has no name and address for bills yet."));
    }

    private static Response file(String name, String type, byte[] bytes) {
        return Response.ok(bytes, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
