package uk.jointdesk.kpi.pack.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.pack.domain.PackState;
import uk.jointdesk.kpi.pack.store.PackList;

/** Which packs there are. */
@Path("/api/v1/packs")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Packs")
public class PackListResource {

    private final PackList listed;
    private final PackRights rights;

    public PackListResource(PackList listed, PackRights rights) {
        this.listed = listed;
        this.rights = rights;
    }

    @GET
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.AUDITOR,
        Roles.SERVICE_DESK,
        Roles.FINANCE_OFFICER,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    @Operation(
            operationId = "packs",
            summary = "List packs, the newest first",
            description = "Drafts for who works on packs; for everybody else what is published to the public.")
    public Page<PackView> list(
            @QueryParam("state") @Parameter(description = "DRAFT, REVIEW or PUBLISHED") String state,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        Place place = Place.of(cursor);
        int most = Place.limit(limit);
        List<PackList.Listed> found = listed.list(
                Optional.ofNullable(state).map(word -> Asked.word(PackState.class, "state", word)),
                rights.worksOnPacks(),
                place.before(),
                place.id(),
                most + 1);
        return Page.of(found, most, last -> Place.cursor(last.createdAt(), last.id()))
                .map(PackView::of);
    }
}
