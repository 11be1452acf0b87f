package uk.jointdesk.kpi.feed.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kpi.feed.domain.Judgement;
import uk.jointdesk.kpi.feed.domain.bulk.Life;
import uk.jointdesk.kpi.feed.domain.bulk.Rejudgement;
import uk.jointdesk.kpi.feed.store.StandingJudgements.Clocked;
import uk.jointdesk.kpi.feed.store.StandingJudgements.Row;

/**
 * Judges tickets again by other rules and writes what is judged otherwise. Their ends and pauses are in the rows that
 * stand, so that most need none of their events; the others are folded from them.
 */
record BulkJudging(Rejudgement resolution, Rejudgement response) {

    /** So many are judged by one processor at a time. */
    private static final int SHARE = 2_048;

    private record Judged(String ticket, Judgement judgement) {}

    private static final Columns<Judged> JUDGEMENT = new Columns<Judged>()
            .text("ticket", Judged::ticket)
            .text("outcome", row -> row.judgement.outcome().name())
            .typed("target_minutes", "bigint", row -> row.judgement.targetMinutes())
            .typed("consumed_millis", "bigint", row -> row.judgement.consumedMillis())
            .text("agreement", row -> row.judgement.agreement())
            .typed("agreement_version", "integer", row -> row.judgement.agreementVersion())
            .text("calendar", row -> row.judgement.calendar())
            .text("calendar_version", row -> row.judgement.calendarVersion());

    /** What a share of the tickets came to: what is judged otherwise, and what only events tell. */
    private record Part(List<Judged> resolutions, List<Judged> responses, Set<String> left) {}

    /** @return the tickets that are left to be folded */
    Set<String> again(Handle handle, List<Row> rows) {
        List<Part> parts = IntStream.range(0, (rows.size() + SHARE - 1) / SHARE)
                .parallel()
                .mapToObj(share -> judge(rows.subList(share * SHARE, Math.min(rows.size(), (share + 1) * SHARE))))
                .toList();
        Set<String> left = new LinkedHashSet<>();
        parts.forEach(part -> left.addAll(part.left));
        JUDGEMENT.update(
                handle,
                "ticket_fact",
                told(parts.stream().map(Part::resolutions).toList(), left));
        JUDGEMENT.update(
                handle,
                "response_fact",
                told(parts.stream().map(Part::responses).toList(), left));
        return left;
    }

    private static List<Judged> told(List<List<Judged>> parts, Set<String> left) {
        return parts.stream()
                .flatMap(List::stream)
                .filter(judged -> !left.contains(judged.ticket))
                .toList();
    }

    private Part judge(List<Row> rows) {
        Part part = new Part(new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
        rows.stream().filter(Row::isOnlyAnswered).forEach(row -> part.left.add(row.ticket()));
        List<Clocked> resolved =
                rows.stream().flatMap(row -> row.resolution().stream()).toList();
        List<Clocked> answered = rows.stream()
                .filter(row -> !row.isOnlyAnswered())
                .flatMap(row -> row.response().stream())
                .toList();
        judge(resolved, resolution, part.resolutions, part.left);
        judge(answered, response, part.responses, part.left);
        return part;
    }

    private static void judge(List<Clocked> clocked, Rejudgement by, List<Judged> otherwise, Set<String> left) {
        List<Life> lives = clocked.stream().map(Clocked::life).toList();
        List<Optional<Judgement>> judgements = by.judgements(lives);
        for (int i = 0; i < lives.size(); i++) {
            String ticket = lives.get(i).ticket();
            Judgement standing = clocked.get(i).standing();
            judgements
                    .get(i)
                    .ifPresentOrElse(
                            judgement -> {
                                if (!Objects.equals(judgement, standing)) {
                                    otherwise.add(new Judged(ticket, judgement));
                                }
                            },
                            () -> left.add(ticket));
        }
    }
}
