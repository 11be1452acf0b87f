package uk.jointdesk.gateway.board;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import uk.jointdesk.gateway.identity.Caller;
import uk.jointdesk.gateway.identity.Callers;
import uk.jointdesk.gateway.page.Shell;
import uk.jointdesk.gateway.page.SignedOutPage;

/** The page a board member reads; a council's client team reads its own council's on it. */
@Path("/")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class BoardResource {

    private final SecurityIdentity identity;
    private final Boards boards;
    private final LatestPeriod latest;
    private final Shell shell;

    public BoardResource(SecurityIdentity identity, Boards boards, LatestPeriod latest, Shell shell) {
        this.identity = identity;
        this.boards = boards;
        this.latest = latest;
        this.shell = shell;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> board(@QueryParam("from") String from, @QueryParam("to") String to) {
        Caller reader = Callers.of(identity);
        return Uni.createFrom()
                .completionStage(form(reader, from, to)
                        .compose(form -> page(reader, form))
                        .toCompletionStage());
    }

    private Future<BoardForm> form(Caller reader, String from, String to) {
        if (from == null && to == null) {
            return latest.of(reader).map(BoardForm::of);
        }
        return Future.succeededFuture(BoardForm.read(from == null ? to : from, to == null ? from : to));
    }

    private Future<RestResponse<TemplateInstance>> page(Caller reader, BoardForm form) {
        if (form.period().isEmpty()) {
            return Future.succeededFuture(
                    RestResponse.status(RestResponse.Status.BAD_REQUEST, new BoardPage(shell.of(reader), form, null)));
        }
        return boards.of(reader, form.period().get())
                .map(board -> RestResponse.ok(new BoardPage(shell.of(reader), form, board)));
    }

    /** Asking who signs out is what signs out: the identity layer answers with the redirect before this is reached. */
    @GET
    @Path("/sign-out")
    public RestResponse<Void> signOut() {
        return RestResponse.seeOther(URI.create("/signed-out"));
    }

    @GET
    @Path("/signed-out")
    @PermitAll
    public TemplateInstance signedOut() {
        return new SignedOutPage(shell.anonymous());
    }
}
