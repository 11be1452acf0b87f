package uk.jointdesk.benchmarks.clock;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import uk.jointdesk.servicelevel.bulk.BulkJudge;
import uk.jointdesk.servicelevel.bulk.BulkTickets;
import uk.jointdesk.servicelevel.bulk.BulkVerdicts;
import uk.jointdesk.servicelevel.calendar.BankHolidays;
import uk.jointdesk.servicelevel.calendar.CalendarBuilder;
import uk.jointdesk.servicelevel.calendar.Calendars;
import uk.jointdesk.servicelevel.calendar.Holiday;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.clock.SlaState;

/** Judges a million tickets: by the kernel on one and two threads, and by a plain walk over days with java.time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ClockKernelBenchmark {

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);

    private final long asAt = MillionTickets.AS_AT.toEpochMilli();
    private BulkTickets tickets;
    private BulkVerdicts verdicts;
    private BulkJudge judge;
    private PlainWalk[] walks;

    /** Lays out the calendars and makes sure that both ways come to the same verdicts. */
    @Setup
    public void prepare() {
        List<WorkingCalendar> calendars = new ArrayList<>();
        walks = new PlainWalk[MillionTickets.CALENDARS];
        for (int i = 0; i < MillionTickets.CALENDARS; i++) {
            LocalTime open = LocalTime.of(7 + i, 0);
            LocalTime close = LocalTime.of(17 + i, 30);
            boolean weekends = i == 3;
            calendars.add(calendar(open, close, weekends));
            walks[i] = new PlainWalk(Calendars.LONDON, open, close, weekends, holidays());
        }
        tickets = MillionTickets.drawn();
        verdicts = BulkVerdicts.forTickets(tickets.size());
        judge = new BulkJudge(calendars, FIRST, LAST);
        compare();
    }

    @Benchmark
    public BulkVerdicts kernelOnOneThread() {
        judge.judge(tickets, asAt, verdicts, 1);
        return verdicts;
    }

    @Benchmark
    public BulkVerdicts kernelOnTwoThreads() {
        judge.judge(tickets, asAt, verdicts, 2);
        return verdicts;
    }

    @Benchmark
    @Warmup(iterations = 1, time = 1)
    @Measurement(iterations = 3, time = 1)
    public int plainWalkOnOneThread() {
        int met = 0;
        for (int i = 0; i < tickets.size(); i++) {
            met += walks[tickets.calendar()[i]].judge(tickets, i, asAt) == SlaState.MET ? 1 : 0;
        }
        return met;
    }

    private void compare() {
        judge.judge(tickets, asAt, verdicts, 1);
        for (int i = 0; i < tickets.size(); i += 7) {
            SlaState walked = walks[tickets.calendar()[i]].judge(tickets, i, asAt);
            if (!verdicts.needsTheClock(i) && verdicts.state(i) != walked) {
                throw new IllegalStateException(
                        "ticket " + i + ": kernel says " + verdicts.state(i) + ", walk says " + walked);
            }
        }
    }

    private static WorkingCalendar calendar(LocalTime open, LocalTime close, boolean weekends) {
        CalendarBuilder calendar = WorkingCalendar.named("BENCH", Calendars.LONDON);
        DayOfWeek last = weekends ? DayOfWeek.SUNDAY : DayOfWeek.FRIDAY;
        return calendar.open(DayOfWeek.MONDAY, last, open.toString(), close.toString())
                .holidays(BankHolidays.englandAndWales())
                .build();
    }

    private static Set<LocalDate> holidays() {
        return BankHolidays.englandAndWales().stream().map(Holiday::date).collect(toUnmodifiableSet());
    }
}
