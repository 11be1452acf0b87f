package uk.jointdesk.kpi.answer.domain;

import java.util.List;
import java.util.Set;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Slice;

/**
 * Which tickets a question is about. An empty set leaves that field open.
 *
 * @param partners partner rows: codes, ALL or UNATTRIBUTED
 * @param organisations whose queues: STS for the shared service, or partner codes
 * @param exceptCategories categories left out
 */
public record Filter(
        Set<String> partners,
        Set<String> priorities,
        Set<String> types,
        Set<String> queues,
        Set<String> organisations,
        Set<String> categories,
        Set<String> exceptCategories) {
    private static final List<String> PRIORITIES = List.of("P1", "P2", "P3", "P4");

    public Filter {
        partners = Set.copyOf(partners);
        priorities = Set.copyOf(priorities);
        types = Set.copyOf(types);
        queues = Set.copyOf(queues);
        organisations = Set.copyOf(organisations);
        categories = Set.copyOf(categories);
        exceptCategories = Set.copyOf(exceptCategories);
    }

    /** Tickets in anybody's queues and of every category. */
    public Filter(Set<String> partners, Set<String> priorities, Set<String> types, Set<String> queues) {
        this(partners, priorities, types, queues, Set.of(), Set.of(), Set.of());
    }

    /**
     * Whether tickets of this partner, priority, type and organisation are among those asked for; where categories or
     * queues are named no such slice says it.
     *
     * @param anyPartner whether everybody's tickets are
     * @param whose partners whose tickets are, else
     */
    public boolean isAbout(Slice tickets, boolean anyPartner, Set<String> whose) {
        boolean theirs =
                tickets.partner() == null ? partners.contains(Cell.UNATTRIBUTED) : whose.contains(tickets.partner());
        return (anyPartner || theirs)
                && allows(priorities, tickets.priority())
                && allows(types, tickets.type())
                && allows(organisations, tickets.organisation());
    }

    private static boolean allows(Set<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value == null ? Cell.NONE : value);
    }

    /** The same tickets, of these priorities only; none for any. */
    public Filter ofPriorities(Set<String> only) {
        return new Filter(partners, only, types, queues, organisations, categories, exceptCategories);
    }

    /** The priorities an answer broken down by them has a row for, whether it has tickets or not. */
    public List<String> prioritiesShown() {
        return PRIORITIES.stream()
                .filter(priority -> priorities.isEmpty() || priorities.contains(priority))
                .toList();
    }
}
