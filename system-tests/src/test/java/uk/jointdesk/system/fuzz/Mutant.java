package uk.jointdesk.system.fuzz;

/**
 * A request with something wrong in it.
 *
 * @param what is wrong, and where
 * @param broken whether the contract is broken, so that nothing but a refusal is right
 * @param pointer to the part of the body that is at fault; empty where it is another part, or none is certain
 */
record Mutant(Category category, String what, Request request, boolean broken, String pointer) {

    Mutant(Category category, String what, Request request, boolean broken) {
        this(category, what, request, broken, "");
    }

    Mutant with(Request other) {
        return new Mutant(category, what, other, broken, pointer);
    }

    /** The same where this is nobody's fault. */
    Mutant forgiven() {
        return new Mutant(category, what, request, false, pointer);
    }
}
