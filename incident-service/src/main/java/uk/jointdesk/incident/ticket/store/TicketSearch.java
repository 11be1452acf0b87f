package uk.jointdesk.incident.ticket.store;

import java.util.ArrayList;
import java.util.List;
import uk.jointdesk.incident.ticket.domain.Ticket;

/**
 * A page of tickets that say something, or of all when nothing need be said. A word that many tickets have fills the page
 * from the first of the list; a rare one is found by the index of words. Either way the work does not grow with the
 * number of tickets.
 *
 * @param conditions what else the list is limited to
 * @param order of the list, as SQL
 * @param enough so many rows fill the page
 */
record TicketSearch(List<String> conditions, String order, int enough) {

    /** A word that one ticket in forty has fills a page of fifty from so many. */
    private static final int FIRST = 2_000;

    /** Words that so many tickets have are common, though perhaps not of late. */
    private static final int MANY = 2_000;

    /** What common words are looked for in, before all the tickets that have them are fetched. */
    private static final int FURTHER = 20_000;

    /** Shorter texts have no trigram to be found by. */
    private static final int SHORTEST_INDEXED = 3;

    private static final String SAYS =
            "(title ilike :text or description ilike :text or reference ilike :text or source_reference ilike :text)";
    /** The phrase is what was searched for, {@code :text} the pattern that looks for it anywhere. */
    private static final String FOUND = "reference = any (array(select tickets_mentioning(:text, :phrase, null)))";

    private static final String COMMON =
            "select count(*) = " + MANY + " from (select tickets_mentioning(:text, :phrase, " + MANY + ")) mentions";

    /** Runs a statement with a pattern bound to {@code :text}. */
    interface Asked {
        List<Ticket> tickets(String sql, String pattern);

        boolean whether(String sql, String pattern);
    }

    List<Ticket> rows(String text, Asked asked) {
        if (text == null || text.isBlank()) {
            return asked.tickets(select(conditions, ":limit"), null);
        }
        String pattern = pattern(text.strip());
        if (text.strip().length() < SHORTEST_INDEXED) {
            return asked.tickets(select(with(SAYS), ":limit"), pattern);
        }
        List<Ticket> rows = asked.tickets(among(FIRST), pattern);
        if (rows.size() < enough && asked.whether(COMMON, pattern)) {
            rows = asked.tickets(among(FURTHER), pattern);
        }
        return rows.size() == enough ? rows : asked.tickets(select(with(FOUND, SAYS), ":limit"), pattern);
    }

    private String among(int first) {
        return "select * from (" + select(conditions, Integer.toString(first)) + ") first where " + SAYS + " order by "
                + order + " limit :limit";
    }

    private String select(List<String> all, String limit) {
        String where = all.isEmpty() ? "" : " where " + String.join(" and ", all);
        return "select * from ticket" + where + " order by " + order + " limit " + limit;
    }

    private List<String> with(String... more) {
        List<String> all = new ArrayList<>(conditions);
        all.addAll(List.of(more));
        return all;
    }

    private static String pattern(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
