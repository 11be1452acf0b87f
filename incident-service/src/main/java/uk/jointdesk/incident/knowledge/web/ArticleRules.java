package uk.jointdesk.incident.knowledge.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.incident.knowledge.domain.Article;
import uk.jointdesk.incident.knowledge.domain.ArticleState;
import uk.jointdesk.incident.knowledge.domain.Audience;
import uk.jointdesk.incident.partner.store.PartnerStore;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** Makes articles out of what the desk writes, and refuses what they cannot be. */
@ApplicationScoped
public class ArticleRules {

    private final PartnerStore partners;

    public ArticleRules(PartnerStore partners) {
        this.partners = partners;
    }

    Article written(ArticleTerms terms, Instant now, String client) {
        check(terms);
        ArticleState state = terms.stateOrDraft();
        Instant published = state == ArticleState.PUBLISHED ? now : null;
        return new Article(UUID.randomUUID(), terms.text(), state, now, now, client, published, 1);
    }

    Article changed(Article now, ArticleTerms terms, Instant at, String client) {
        check(terms);
        ArticleState next = terms.stateOrDraft();
        if (!now.state().mayBecome(next)) {
            throw Refusal.conflict(
                    "article-state-refused", "An article that is " + now.state() + " cannot become " + next + ".");
        }
        return now.changed(terms.text(), next, at, client);
    }

    private void check(ArticleTerms terms) {
        List<String> listed = terms.text().partners();
        if ((terms.audience() == Audience.PARTNERS) == listed.isEmpty()) {
            throw Refusal.refused(
                    "article-audience-refused",
                    "The partners are listed when the audience is PARTNERS, and only then.",
                    new FieldError("/partners", "does not fit the audience"));
        }
        for (int i = 0; i < listed.size(); i++) {
            if (!partners.exists(listed.get(i))) {
                throw Refusal.refused(
                        "partner-unknown", "There is no such partner.", new FieldError("/partners/" + i, "is unknown"));
            }
        }
    }
}
