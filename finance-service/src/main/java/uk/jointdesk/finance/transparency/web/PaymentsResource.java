package uk.jointdesk.finance.transparency.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.transparency.domain.PaymentsLayout;
import uk.jointdesk.finance.transparency.store.Payments;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.paper.TidyCsv;

/** The file that the Local Government Transparency Code 2015 has a council publish. */
@Path("/api/v1/transparency/payments")
@Blocking
@Tag(name = "Transparency")
public class PaymentsResource {
    private final Payments payments;
    private final WholeService wholeService;
    private final PaymentsLayout layout;

    public PaymentsResource(
            Payments payments,
            WholeService wholeService,
            @ConfigProperty(name = "jointdesk.finance.transparency.organisation") String organisation,
            @ConfigProperty(name = "jointdesk.finance.transparency.organisation-uri") String organisationUri,
            @ConfigProperty(name = "jointdesk.finance.transparency.unit") String unit) {
        this.payments = payments;
        this.wholeService = wholeService;
        this.layout = new PaymentsLayout(organisation, organisationUri, unit);
    }

    @GET
    @Path("{month}.csv")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "paymentsMadePublic",
            summary = "Payments over 500 pounds of a month, in the layout councils publish them in",
            description = "Columns of the Local Government Association's schema 'Expenditure exceeding £500', then"
                    + " ExpenseCode and CostCentre. A payment is a journal from another ledger that pays or owes"
                    + " somebody more than 500 pounds net of tax; credit notes are below zero. Salaries are not kept"
                    + " here. What is redacted says so.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response month(@PathParam("month") String month) {
        wholeService.required();
        YearMonth asked = read(month);
        StreamingOutput rows = out -> TidyCsv.write(
                out, PaymentsLayout.HEADER, csv -> payments.of(asked, payment -> csv.row(layout.row(payment))));
        return Response.ok(rows)
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8;header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"payments-" + asked + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static YearMonth read(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeParseException notAMonth) {
            throw Refusal.malformed(
                    "month-malformed", "A month is written as 2021-05.", FieldError.query("month", "such as 2021-05"));
        }
    }
}
