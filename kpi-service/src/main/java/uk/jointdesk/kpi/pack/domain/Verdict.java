package uk.jointdesk.kpi.pack.domain;

import java.math.BigDecimal;

/**
 * What a figure is judged against, and the judgement: decided on the exact fraction when the figure was taken.
 *
 * @param target target service level in per cent
 * @param minimum minimum service level in per cent, null where none is agreed
 * @param rag GREEN, AMBER, RED or NO_DATA
 * @param kpi the key performance indicator the figure is the result of; null for any other figure
 */
public record Verdict(BigDecimal target, BigDecimal minimum, String rag, Kpi kpi) {

    /**
     * The indicator.
     *
     * @param rating as the register rates it; null where the contract's floor decides
     */
    public record Kpi(String code, String title, Rating rating) {
        public Kpi(String code, String title) {
            this(code, title, null);
        }
    }
}
