package uk.jointdesk.gateway.contract.change;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One difference between two versions of a contract.
 *
 * @param operation {@code GET /api/v1/tickets}
 * @param rule what kind of difference, in the words of oasdiff's checks
 * @param breaking whether a program that kept the former contract may fail under the later one
 * @param announced whether the operation had said that it would end or change: deprecated, with a day of its sunset
 * @param text for readers
 */
public record Change(String operation, String rule, boolean breaking, boolean announced, String text) {

    /** What must not happen: programs fail that had no warning. */
    @JsonIgnore
    public boolean isUnannouncedBreak() {
        return breaking && !announced;
    }

    @Override
    public String toString() {
        return operation + ": " + text + " (" + rule + ")";
    }
}
