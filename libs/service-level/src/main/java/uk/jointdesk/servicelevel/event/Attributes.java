package uk.jointdesk.servicelevel.event;

/** What is known of a ticket beside its state; null means "not said". */
public record Attributes(
        String type, String priority, String partner, String queue, String category, String catalogueItem) {

    public static final Attributes NONE = new Attributes(null, null, null, null, null, null);

    /** These attributes with what was said later; what was not said stays. */
    public Attributes with(Attributes later) {
        return new Attributes(
                either(later.type, type),
                either(later.priority, priority),
                either(later.partner, partner),
                either(later.queue, queue),
                either(later.category, category),
                either(later.catalogueItem, catalogueItem));
    }

    private static String either(String said, String known) {
        return said != null ? said : known;
    }
}
