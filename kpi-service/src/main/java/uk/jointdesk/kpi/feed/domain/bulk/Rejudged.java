package uk.jointdesk.kpi.feed.domain.bulk;

import java.util.List;
import java.util.stream.IntStream;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.feed.domain.Basis;
import uk.jointdesk.servicelevel.bulk.BulkVerdicts;
import uk.jointdesk.servicelevel.clock.SlaState;

/** What came of judging lives again, each in its place. */
public final class Rejudged {

    private final Lives lives;
    private final Grounds grounds;
    private final Ground[] by;
    private final BulkVerdicts verdicts;

    Rejudged(Lives lives, Grounds grounds, Ground[] by, BulkVerdicts verdicts) {
        this.lives = lives;
        this.grounds = grounds;
        this.by = by;
        this.verdicts = verdicts;
    }

    public Lives lives() {
        return lives;
    }

    /** Whether only the events of the ticket tell. Of such a ticket nothing more may be asked. */
    public boolean isLeft(int i) {
        return lives.hasAny(i, by[i].unsuited()) || verdicts.needsTheClock(i);
    }

    /** The tickets that are left. */
    public List<String> left() {
        return IntStream.range(0, by.length)
                .filter(this::isLeft)
                .mapToObj(lives::ticket)
                .toList();
    }

    public Outcome outcome(int i) {
        return switch (verdicts.state(i)) {
            case MET -> Outcome.MET;
            case BREACHED -> Outcome.BREACHED;
            case NO_TARGET -> Outcome.NO_TARGET;
            case RUNNING, PAUSED, CANCELLED ->
                throw new IllegalStateException("a resolved ticket is " + verdicts.state(i));
        };
    }

    /** Whether anything of the judgement is another than what stands. */
    public boolean isOtherwise(int i, Bases bases) {
        return outcome(i) != lives.outcome(i)
                || consumed(i) != lives.consumed(i)
                || !basis(i).equals(bases.of(lives.basis(i)));
    }

    /** Service time used, or {@link Life#NO_CLOCK}. */
    public long consumed(int i) {
        return verdicts.state(i) == SlaState.NO_TARGET ? Life.NO_CLOCK : verdicts.consumed()[i];
    }

    public Basis basis(int i) {
        return grounds.basis(by[i], lives.loggedAt()[i], lives.endedAt()[i]);
    }
}
