package uk.jointdesk.kpi.pack.domain;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One cell of a pack.
 *
 * @param id its name within the pack, the same whenever the pack is compiled again
 * @param definition {@link Definition#name()} of the measure
 * @param at what it is about: priority, partner, period, from, to and the like
 * @param verdict null where nothing was judged
 * @param formerly the value before a restatement; null in every other edition
 */
public record Figure(
        String id,
        String definition,
        SortedMap<String, String> at,
        Audience audience,
        Amount amount,
        Verdict verdict,
        Evidence evidence,
        Amount formerly) {
    public static final String PARTNER = "partner";
    private static final String WHOLE_SERVICE = "ALL";

    public Figure {
        at = Collections.unmodifiableSortedMap(new TreeMap<>(at == null ? Map.of() : at));
        evidence = evidence == null ? Evidence.NONE : evidence;
    }

    public static Figure of(
            String id, Definition definition, Map<String, String> at, Amount amount, Evidence evidence) {
        return new Figure(id, definition.name(), new TreeMap<>(at), Audience.PUBLIC, amount, null, evidence, null);
    }

    public Figure judged(Verdict judgement) {
        return new Figure(id, definition, at, audience, amount, judgement, evidence, formerly);
    }

    public Figure forAudience(Audience narrower) {
        return new Figure(id, definition, at, audience.and(narrower), amount, verdict, evidence, formerly);
    }

    public Figure restating(Amount old) {
        return new Figure(id, definition, at, audience, amount, verdict, evidence, old);
    }

    Figure provenBy(Evidence other) {
        return new Figure(id, definition, at, audience, amount, verdict, other, formerly);
    }

    /** The partner whose row it is in; null where it is about no partner or about all of them. */
    public String partner() {
        String partner = at.get(PARTNER);
        return WHOLE_SERVICE.equals(partner) ? null : partner;
    }

    /** Whether its numerator and denominator are tickets, which can be listed; not if somebody measured them elsewhere. */
    public boolean countsTickets() {
        return amount.unit() != Amount.Unit.NUMBER && evidence.handedIn() == null;
    }

    /** Whether there is anything to see in it. */
    boolean hasData() {
        boolean nothingCounted = amount.denominator() == null && amount.numerator() != null && amount.numerator() == 0;
        return amount.value() != null && !nothingCounted;
    }

    /** Whether it is the sum over all partners. */
    public boolean ofWholeService() {
        return WHOLE_SERVICE.equals(at.get(PARTNER));
    }
}
