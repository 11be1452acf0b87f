package uk.jointdesk.kit.scope;

/**
 * Widens a caller's scope by what follows from the partner register: a council sees its sub-bodies (Lewisham represents
 * Lewisham Homes). A service that knows the register provides one.
 */
public interface ScopeExpansion {

    /** The same scope with the sub-bodies of its partners. */
    PartnerScope widen(PartnerScope claimed);
}
