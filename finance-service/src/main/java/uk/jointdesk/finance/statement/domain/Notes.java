package uk.jointdesk.finance.statement.domain;

import java.util.ArrayList;
import java.util.List;
import uk.jointdesk.finance.budget.domain.CostPool;

/** What readers of a statement must know of where its amounts come from. */
final class Notes {
    static final String MARK = "Amounts and shares marked (A) rest on an assumption: no published source gives them.";

    private Notes() {}

    /** The source of each line's budget; what is assumed is said to be. */
    static List<String> about(List<CostPool> pools) {
        List<String> notes = new ArrayList<>();
        if (pools.stream().anyMatch(CostPool::assumption)) {
            notes.add(MARK);
        }
        pools.forEach(
                pool -> notes.add("Budget of " + pool.code() + " " + pool.year().code() + ": " + pool.source()));
        return List.copyOf(notes);
    }
}
