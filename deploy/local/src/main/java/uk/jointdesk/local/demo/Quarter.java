package uk.jointdesk.local.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The demo history of October to December 2018: tickets whose compliance and volumes, computed from their events, are
 * the ones the councils published (board pack, February 2019). The same every time.
 */
public final class Quarter {

    private static final long SEED = 20_181_001L;

    private final Chance chance = new Chance(SEED);
    private final ServiceHours hours = new ServiceHours();
    private final ResolvedTickets resolved = new ResolvedTickets(chance, hours);
    private final OpenTickets open = new OpenTickets(chance, hours);

    private Quarter() {}

    /** All tickets by the instant they were logged. */
    public static List<DemoTicket> tickets() {
        return new Quarter().draw();
    }

    private List<DemoTicket> draw() {
        List<DemoTicket> tickets = new ArrayList<>();
        for (Cell cell : Cell.all()) {
            fill(cell, tickets);
        }
        for (int i = 0; i < Published.OPEN_AT_END; i++) {
            tickets.add(open.draw());
        }
        tickets.sort(Comparator.comparing(DemoTicket::loggedAt));
        return tickets;
    }

    private void fill(Cell cell, List<DemoTicket> tickets) {
        for (int i = 0; i < cell.volume(); i++) {
            boolean covered = i < cell.measured() || cell.partner() == null;
            Matter matter = Matter.draw(
                    chance,
                    cell.partner(),
                    cell.priority(),
                    chance.oneOf(covered ? Wording.QUEUES : Wording.APPLICATIONS));
            boolean met = i < cell.met() || (i >= cell.measured() && chance.percent(75));
            tickets.add(met ? resolved.met(matter, cell.month()) : resolved.breached(matter, cell.month()));
        }
    }
}
