package uk.jointdesk.kit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.version.Version;

/** The smallest resource that uses every part of the kit. */
@Path("/api/v1/notices")
public class NoticeResource {

    private final ScopedDb db;
    private final Caller caller;
    private final Idempotency idempotency;

    public NoticeResource(ScopedDb db, Caller caller, Idempotency idempotency) {
        this.db = db;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    /** How loud it is. */
    public enum Loudness {
        WHISPERED,
        SAID
    }

    public record Notice(
            String partner,
            @NotBlank String text,
            List<@NotBlank String> words,
            Loudness loudness,
            Integer copies,
            Instant shownFrom,
            LocalDate day) {}

    @GET
    @RolesAllowed({"borough-client", "board-member"})
    public Page<String> list(@QueryParam("limit") Integer limit) {
        List<String> texts = db.read(handle -> handle.createQuery("select text from notice order by id limit :most")
                .bind("most", Limit.of(limit) + 1)
                .mapTo(String.class)
                .list());
        return Page.of(texts, Limit.of(limit), text -> text);
    }

    @POST
    @RolesAllowed("borough-client")
    public Response add(@HeaderParam("Idempotency-Key") String key, @Valid Notice notice) {
        if (!caller.scope().covers(notice.partner())) {
            throw Refusal.notFound();
        }
        return idempotency.once(key, notice, () -> {
            db.run(handle -> handle.createUpdate("insert into notice (partner, text) values (:partner, :text)")
                    .bind("partner", notice.partner())
                    .bind("text", notice.text())
                    .execute());
            return Response.status(201).entity(notice).build();
        });
    }

    @PUT
    @Path("{version}")
    @RolesAllowed("borough-client")
    public Response change(@HeaderParam("If-Match") String ifMatch, @PathParam("version") long actual) {
        Version.check(Version.required(ifMatch), actual);
        return Response.noContent().tag(Version.tag(actual + 1)).build();
    }

    @GET
    @Path("broken")
    @RolesAllowed("borough-client")
    public String broken() {
        throw new IllegalStateException("select secret from vault");
    }

    @GET
    @Path("unannotated")
    public String unannotated() {
        return "never served";
    }
}
