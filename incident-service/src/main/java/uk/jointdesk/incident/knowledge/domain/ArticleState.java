package uk.jointdesk.incident.knowledge.domain;

/** How far an article has come. A retired one may be taken up again as a draft. */
public enum ArticleState {
    DRAFT,
    PUBLISHED,
    RETIRED;

    public boolean mayBecome(ArticleState next) {
        return this == next
                || switch (this) {
                    case DRAFT -> next == PUBLISHED || next == RETIRED;
                    case PUBLISHED -> next == RETIRED || next == DRAFT;
                    case RETIRED -> next == DRAFT;
                };
    }
}
