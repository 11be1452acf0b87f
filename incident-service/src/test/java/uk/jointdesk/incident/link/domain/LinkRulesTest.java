package uk.jointdesk.incident.link.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.jointdesk.incident.link.domain.LinkKind.CAUSED_BY;
import static uk.jointdesk.incident.link.domain.LinkKind.CHILD_OF;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.link.domain.LinkRules.Edge;
import uk.jointdesk.incident.link.domain.LinkRules.Objection;

class LinkRulesTest {

    @Test
    void a_ticket_is_not_linked_to_itself_nor_twice_to_the_same() {
        assertThat(objection(edge(CAUSED_BY, "a", "a"))).contains(Objection.TO_ITSELF);
        assertThat(objection(edge(CAUSED_BY, "a", "b"), edge(CAUSED_BY, "a", "b")))
                .contains(Objection.EXISTS);
        assertThat(objection(edge(CAUSED_BY, "a", "c"), edge(CAUSED_BY, "a", "b")))
                .as("it may have several causes")
                .isEmpty();
    }

    @Test
    void a_child_has_one_parent_and_a_parent_many_children() {
        assertThat(objection(edge(CHILD_OF, "a", "c"), edge(CHILD_OF, "a", "b")))
                .contains(Objection.SECOND_PARENT);
        assertThat(objection(edge(CHILD_OF, "c", "b"), edge(CHILD_OF, "a", "b")))
                .isEmpty();
    }

    @Test
    void nobody_is_its_own_ancestor() {
        Edge[] line = {edge(CHILD_OF, "a", "b"), edge(CHILD_OF, "b", "c"), edge(CHILD_OF, "c", "d")};
        assertThat(objection(edge(CHILD_OF, "d", "a"), line)).contains(Objection.CIRCLE);
        assertThat(objection(edge(CHILD_OF, "d", "e"), line)).isEmpty();
    }

    @Test
    void each_relation_has_an_inverse_that_leads_back() {
        for (Relation relation : Relation.values()) {
            assertThat(relation.inverse()).isNotEqualTo(relation);
            assertThat(relation.inverse().inverse()).isEqualTo(relation);
            assertThat(relation.inverse().kind()).isEqualTo(relation.kind());
        }
    }

    private static Edge edge(LinkKind kind, String ticket, String other) {
        return new Edge(kind, ticket, other);
    }

    private static Optional<Objection> objection(Edge wanted, Edge... there) {
        List<Edge> edges = Arrays.asList(there);
        return LinkRules.objection(wanted, ticket -> edges.stream()
                .filter(edge -> edge.ticket().equals(ticket))
                .toList());
    }
}
