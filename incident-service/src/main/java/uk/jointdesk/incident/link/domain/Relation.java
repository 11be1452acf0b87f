package uk.jointdesk.incident.link.domain;

import java.util.Arrays;

/** What a ticket is to another one, as either of the two says it. */
public enum Relation {
    DUPLICATE_OF(LinkKind.DUPLICATE_OF, true),
    DUPLICATED_BY(LinkKind.DUPLICATE_OF, false),
    CHILD_OF(LinkKind.CHILD_OF, true),
    PARENT_OF(LinkKind.CHILD_OF, false),
    CAUSED_BY(LinkKind.CAUSED_BY, true),
    CAUSE_OF(LinkKind.CAUSED_BY, false),
    SPLIT_FROM(LinkKind.SPLIT_FROM, true),
    SPLIT_INTO(LinkKind.SPLIT_FROM, false);

    private final LinkKind kind;
    private final boolean forward;

    Relation(LinkKind kind, boolean forward) {
        this.kind = kind;
        this.forward = forward;
    }

    public LinkKind kind() {
        return kind;
    }

    /** Whether the link is written down from this ticket's side. */
    public boolean forward() {
        return forward;
    }

    /** What the ticket at one end of a link says. */
    public static Relation of(LinkKind kind, boolean forward) {
        return Arrays.stream(values())
                .filter(relation -> relation.kind == kind && relation.forward == forward)
                .findFirst()
                .orElseThrow();
    }

    /** What the other ticket says of this one. */
    public Relation inverse() {
        return of(kind, !forward);
    }
}
