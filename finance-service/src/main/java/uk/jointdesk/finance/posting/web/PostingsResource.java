package uk.jointdesk.finance.posting.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @Operation(
            operationId = "listJournals",
            summary = "Journals in the order they were entered",
            description = "A journal is listed when one of its lines fits every filter.")
    public Page<JournalView> list(
            @BeanParam JournalQuery query, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        wholeService.required();
        int most = Limit.of(limit);
        List<Posted> found = journals.page(query.read(years), after(cursor), most + 1);
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
    @Operation(operationId = "readJournal", summary = "One journal", description = "With all its lines.")
    public JournalView one(@PathParam("id") UUID id) {
        wholeService.required();
        return journals.find(id).map(JournalView::of).orElseThrow(Refusal::notFound);
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "postJournal",
            summary = "Post a balanced journal, or reverse one and post it anew",
            description =
                    "Journals are never changed. A mistake is reversed, in its own year, or in a later one once that"
                            + " is closed; with `replacement` the right lines are posted in the same transaction.")
    @APIResponse(
            responseCode = "201",
            description = "Posted; a reversal brings its `replacement` with it",
            headers = @Header(name = "Location", description = "Where it is read"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = JournalView.class)))
    @APIResponse(responseCode = "409", description = "The period is closed, or the journal was reversed before")
    @APIResponse(responseCode = "422", description = "It does not balance, or names something unknown")
    public Response post(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid JournalInput body) {
        wholeService.required();
        return idempotency.once(key, body, () -> {
            List<Posted> written = bookkeeping.post(body);
            JournalView replacement = written.size() > 1 ? JournalView.of(written.get(1)) : null;
            JournalView posted = JournalView.of(written.get(0), replacement);
            return Response.created(URI.create("/api/v1/postings/" + posted.id()))
                    .entity(posted)
                    .build();
        });
    }
}
