package uk.jointdesk.kpi.feed.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kpi.feed.domain.Rating;
import uk.jointdesk.kpi.feed.domain.Response;
import uk.jointdesk.kpi.feed.domain.TicketRecord;
import uk.jointdesk.servicelevel.agreement.Metric;

/** How the service answered a ticket's user, and what the user thought of it. */
final class AnswerStore {

    private record Answered(TicketRecord of, Response response) {}

    private record Rated(TicketRecord of, int number, Rating rating) {}

    private static final Columns<Rated> RATING = new Columns<Rated>()
            .text("ticket", row -> row.of.ticket())
            .typed("number", "integer", Rated::number)
            .text("partner", row -> row.rating.attributes().partner())
            .text("type", row -> row.rating.attributes().type())
            .text("priority", row -> row.rating.attributes().priority())
            .text("queue", row -> row.rating.attributes().queue())
            .text("category", row -> row.rating.attributes().category())
            .text("organisation", row -> row.rating.organisation())
            .typed("logged_at", "timestamptz", row -> row.of.loggedAt())
            .typed("rating", "integer", row -> row.rating.rating())
            .typed("recommend", "integer", row -> row.rating.recommend())
            .typed("rated_at", "timestamptz", row -> row.rating.at())
            .typed("rated_on", "date", RecordStore.day(row -> row.rating.at()));

    private AnswerStore() {}

    static void replace(Handle handle, Set<String> tickets, Collection<TicketRecord> records) {
        RecordStore.delete(handle, "response_fact", tickets);
        RecordStore.delete(handle, "rating", tickets);
        List<Answered> responses = responses(records);
        BasisNumbers numbers = BasisNumbers.of(
                handle,
                Metric.RESPONSE,
                responses.stream().map(row -> row.response.judgement()).toList());
        columns(numbers).insert(handle, "response_fact", "", responses);
        RATING.insert(handle, "rating", "", ratings(records));
    }

    private static Columns<Answered> columns(BasisNumbers numbers) {
        return new Columns<Answered>()
                .text("ticket", row -> row.of.ticket())
                .text("partner", row -> row.response.attributes().partner())
                .text("type", row -> row.response.attributes().type())
                .text("priority", row -> row.response.attributes().priority())
                .text("queue", row -> row.response.attributes().queue())
                .text("category", row -> row.response.attributes().category())
                .text("organisation", row -> row.response.organisation())
                .typed("logged_at", "timestamptz", row -> row.of.loggedAt())
                .text("outcome", row -> row.response.judgement().outcome().name())
                .typed("counted_at", "timestamptz", row -> row.response
                        .judgement()
                        .overAt())
                .typed("counted_on", "date", RecordStore.day(row -> row.response
                        .judgement()
                        .overAt()))
                .typed("consumed_millis", "bigint", row -> row.response
                        .judgement()
                        .consumedMillis())
                .typed("basis", "integer", row -> numbers.of(row.response.judgement()));
    }

    private static List<Answered> responses(Collection<TicketRecord> records) {
        return records.stream()
                .flatMap(record -> record.response().stream().map(response -> new Answered(record, response)))
                .toList();
    }

    private static List<Rated> ratings(Collection<TicketRecord> records) {
        List<Rated> rows = new ArrayList<>();
        for (TicketRecord record : records) {
            for (int number = 0; number < record.ratings().size(); number++) {
                rows.add(new Rated(record, number, record.ratings().get(number)));
            }
        }
        return rows;
    }
}
