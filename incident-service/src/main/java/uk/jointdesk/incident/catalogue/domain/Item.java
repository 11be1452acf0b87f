package uk.jointdesk.incident.catalogue.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * Something that partners can ask for.
 *
 * @param queue the team that looks after its requests, or null
 * @param standardChange a change that is approved in advance, because it is well known and low in risk
 * @param approvalRole the role that must approve each request, or null
 * @param form JSON Schema of what is asked of the requester, as text
 * @param offers to whom it is offered, as far as the caller may see
 */
public record Item(
        String code,
        String title,
        String description,
        String category,
        String queue,
        boolean standardChange,
        String approvalRole,
        String form,
        List<TaskPlan> tasks,
        List<Offer> offers,
        long version) {

    public boolean offeredTo(String partner, LocalDate day) {
        return offers.stream().anyMatch(offer -> offer.partner().equals(partner) && offer.holdsOn(day));
    }

    public Item offeredAs(List<Offer> others) {
        return new Item(
                code, title, description, category, queue, standardChange, approvalRole, form, tasks, others, version);
    }
}
