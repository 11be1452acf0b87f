package uk.jointdesk.incident.ticket.domain;

/**
 * What an event says about its ticket; null means that it does not say. An empty text takes a value away.
 *
 * @param type INCIDENT or SERVICE_REQUEST
 * @param priority P1 to P4
 * @param partner a partner's code
 * @param catalogueItem the code of the item requested
 */
public record Said(String type, String priority, String partner, String queue, String category, String catalogueItem) {

    public static final Said NOTHING = new Said(null, null, null, null, null, null);

    /** This, overlaid with what is said instead. */
    public Said then(Said later) {
        return new Said(
                latest(type, later.type),
                latest(priority, later.priority),
                latest(partner, later.partner),
                latest(queue, later.queue),
                latest(category, later.category),
                latest(catalogueItem, later.catalogueItem));
    }

    private static String latest(String before, String now) {
        return now == null ? before : now;
    }

    public Said withPartner(String code) {
        return new Said(type, priority, code, queue, category, catalogueItem);
    }
}
