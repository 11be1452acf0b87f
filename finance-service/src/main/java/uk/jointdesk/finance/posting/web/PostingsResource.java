package uk.jointdesk.finance.posting.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.posting.domain.Posted;
import uk.jointdesk.finance.posting.store.Journals;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/postings")
@Tag(name = "Ledger")
public class PostingsResource {
    private final Journals journals;
    private final Bookkeeping bookkeeping;
    private final YearParameter years;
    private final WholeService wholeService;
    private final Idempotency idempotency;

    public PostingsResource(
            Journals journals,
            Bookkeeping bookkeeping,
            YearParameter years,
            WholeService wholeService,
            Idempotency idempotency) {
        this.journals = journals;
        this.bookkeeping = bookkeeping;
        this.years = years;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(summary = "Journals in the order they were entered")
    public Page<JournalView> list(
            @QueryParam("financialYear") String financialYear,
            @QueryParam("budgetLine") String budgetLine,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        wholeService.required();
        int most = Limit.of(limit);
        List<Posted> found = journals.page(years.optional(financialYear), budgetLine, after(cursor), most + 1);
        return Page.of(found, most, last -> Cursor.encode(Long.toString(last.entered())))
                .map(JournalView::of);
    }

    private static long after(String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            return Long.parseLong(Cursor.decode(cursor, 1).get(0));
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid();
        }
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(summary = "One journal")
    public JournalView one(@PathParam("id") UUID id) {
        wholeService.required();
        return journals.find(id).map(JournalView::of).orElseThrow(Refusal::notFound);
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            summary = "Post a balanced journal, or reverse one",
            description = "Journals are never changed; a mistake is reversed and posted anew.")
    public Response post(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid JournalInput body) {
        wholeService.required();
        return idempotency.once(key, body, () -> {
            JournalView posted = JournalView.of(bookkeeping.post(body));
            return Response.created(URI.create("/api/v1/postings/" + posted.id()))
                    .entity(posted)
                    .build();
        });
    }
}
