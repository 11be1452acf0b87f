package uk.jointdesk.kpi.restatement.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kpi.pack.domain.Pack;
import uk.jointdesk.kpi.pack.store.PackStore;

/** The published packs that still stand, and up to which fact each knew. */
final class PublishedPacks {

    private static final String STANDING = """
            select p.*, l.plan, null as restated_by, a.arrival
              from pack p join pack_plan l on l.pack = p.id join pack_publication a on a.pack = p.id
             where not exists (select 1 from pack r where r.restates = p.id)
               and (cast(:id as text) is null or p.id = :id)
             order by p.published_at, p.id
            """;

    private PublishedPacks() {}

    /** @param arrival number of the last fact that was known when it was published */
    record Standing(Pack pack, long arrival) {}

    static List<Standing> standing(Handle handle, Optional<String> id) {
        return handle.createQuery(STANDING)
                .bind("id", id.orElse(null))
                .map((row, context) -> new Standing(PackStore.pack(row), row.getLong("arrival")))
                .list();
    }

    static byte[] whole(Handle handle, String id) {
        return handle.createQuery(
                        "select content from pack_document where pack = :id and audience = 'EXEMPT' and partner = '*'")
                .bind("id", id)
                .mapTo(byte[].class)
                .one();
    }
}
