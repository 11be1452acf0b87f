package uk.jointdesk.finance.driver.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.driver.DriverRecords;
import uk.jointdesk.finance.driver.domain.DriverValue;
import uk.jointdesk.finance.driver.domain.Reported;
import uk.jointdesk.finance.driver.store.DriverValues;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/driver-values")
@Tag(name = "Drivers")
public class DriverValuesResource {
    private final DriverValues values;
    private final DriverRecords records;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public DriverValuesResource(
            DriverValues values, DriverRecords records, WholeService wholeService, Idempotency idempotency) {
        this.values = values;
        this.records = records;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "driverValues",
            summary = "What partners use, month by month, with the evidence",
            description = "Values that were corrected are in it only with `history`. A council sees its own.")
    @APIResponse(responseCode = "200", description = "A page of values by driver, partner and month")
    @APIResponse(responseCode = "400", description = "A parameter cannot be read")
    public Page<DriverValueView> list(
            @QueryParam("driver") String driver,
            @QueryParam("partner") String partner,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("history") Boolean history,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        int most = Limit.of(limit);
        After after = After.of(cursor);
        DriverValues.Asked asked = new DriverValues.Asked(
                driver,
                partner,
                MonthInput.query(from, "from"),
                MonthInput.query(to, "to"),
                Boolean.TRUE.equals(history),
                after.driver,
                after.partner,
                after.month,
                after.id);
        return Page.of(values.page(asked, most + 1), most, After::cursor).map(DriverValueView::of);
    }

    /** The row after which a page goes on; all null for the first. */
    private record After(String driver, String partner, LocalDate month, UUID id) {
        static After of(String cursor) {
            if (cursor == null) {
                return new After(null, null, null, null);
            }
            List<String> keys = Cursor.decode(cursor, 4);
            try {
                return new After(keys.get(0), keys.get(1), LocalDate.parse(keys.get(2)), UUID.fromString(keys.get(3)));
            } catch (RuntimeException notOurs) {
                throw Cursor.invalid();
            }
        }

        static String cursor(DriverValue last) {
            DriverValue.Key key = last.key();
            return Cursor.encode(
                    key.driver(),
                    key.partner(),
                    key.month().atDay(1).toString(),
                    last.id().toString());
        }
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "driverValue", summary = "One value of a driver, corrected or not")
    @APIResponse(responseCode = "200", description = "The value with its evidence")
    @APIResponse(responseCode = "404", description = "Unknown, or not the caller's")
    public DriverValueView one(@PathParam("id") UUID id) {
        return DriverValueView.of(values.find(id).orElseThrow(Refusal::notFound));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "addDriverValue",
            summary = "Record what a driver read for a partner in a month",
            description = "Nothing is edited: a correction names a reason, and the value it supersedes stays readable."
                    + " The same value again changes nothing and is answered with 200.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DriverValueView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It stands already",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DriverValueView.class)))
    @APIResponse(responseCode = "422", description = "Driver or partner unknown, or another value stands")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewDriverValue body) {
        wholeService.required();
        Reported reported = body.reported();
        return idempotency.once(key, List.of("driver-values", body), () -> {
            DriverRecords.Taken taken = records.take(reported);
            return Response.status(taken.isNew() ? 201 : 200)
                    .entity(DriverValueView.of(taken.value()))
                    .build();
        });
    }
}
