package uk.jointdesk.finance.apportionment.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.Span;

/**
 * Days in a row on which the same version and the same members decide the shares.
 *
 * @param version of the scheme in force on these days
 * @param weights of the partners that are members on these days
 */
public record Term(Span span, SchemeVersion version, Weights weights) {

    /**
     * A span cut where a version begins or a member joins or leaves, and only where that changes a weight: a cut that
     * changes nothing would move pennies for no reason.
     *
     * @throws RuleBroken {@code scheme-not-in-force} or {@code nobody-to-pay} on some day
     */
    public static List<Term> over(Span span, Scheme scheme, Members members) {
        SortedSet<LocalDate> changes = scheme.changes();
        changes.addAll(members.changes(scheme.partners()));
        List<Term> terms = new ArrayList<>();
        for (Span part : span.cutBefore(changes)) {
            Term term = on(part, scheme, members);
            Term last = terms.isEmpty() ? null : terms.get(terms.size() - 1);
            if (last != null && last.decidesLike(term)) {
                terms.set(
                        terms.size() - 1, new Term(new Span(last.span.from(), part.to()), last.version, last.weights));
            } else {
                terms.add(term);
            }
        }
        return List.copyOf(terms);
    }

    private static Term on(Span span, Scheme scheme, Members members) {
        SchemeVersion version = scheme.inForceOn(span.from())
                .orElseThrow(() -> new RuleBroken(
                        "scheme-not-in-force",
                        "/scheme",
                        "No version of " + scheme.code() + " is in force on " + span.from() + "."));
        Formula formula = version.formula();
        if (formula.partners().stream().noneMatch(partner -> members.isMember(partner, span.from()))) {
            throw new RuleBroken(
                    "nobody-to-pay", "/members", "Nobody is a member from " + span.from() + " to " + span.to() + ".");
        }
        return new Term(span, version, formula.among(partner -> members.isMember(partner, span.from())));
    }

    /** Whether the other days are divided by the very same rule. */
    public boolean decidesLike(Term other) {
        return version.number() == other.version.number() && weights.equals(other.weights);
    }
}
