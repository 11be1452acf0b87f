package uk.jointdesk.kpi.backlog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.web.Comparing;
import uk.jointdesk.kpi.answer.web.Comparison;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.answer.web.Moments;
import uk.jointdesk.kpi.answer.web.Questions;
import uk.jointdesk.kpi.answer.web.TicketParams;
import uk.jointdesk.kpi.backlog.domain.Backlog;
import uk.jointdesk.kpi.backlog.store.BacklogStore;
import uk.jointdesk.kpi.breakdown.domain.Breakdown;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.bulkclosure.domain.BulkClosed;
import uk.jointdesk.kpi.bulkclosure.store.BulkClosedStore;
import uk.jointdesk.kpi.comparison.domain.Figure;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.level.domain.Level;
import uk.jointdesk.kpi.level.domain.Measure;
import uk.jointdesk.kpi.level.store.LevelStore;
import uk.jointdesk.kpi.period.domain.Moment;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.period.domain.YearBasis;

@Path("/api/v1/performance/backlog")
@Blocking
public class BacklogResource {

    public static final Explanation.Definition DEFINITION = new Explanation.Definition(
            "backlog",
            2,
            "Tickets open at the moment, for the partner that held them then, as far as is known now. untriaged: nobody"
                    + " assigned or started; openOver30Days: logged more than 30 days earlier,"
                    + " judged by the levels in force on the day, on the exact ratio; oldest: in local days.");
    private static final ZoneId LONDON = ZoneId.of(Explanation.ZONE);
    private static final Set<Dimension> NORMALLY = EnumSet.of(Dimension.PARTNER);
    private static final Set<Dimension> POSSIBLE = EnumSet.complementOf(EnumSet.of(Dimension.PERIOD));

    private final Questions questions;
    private final BacklogStore backlogs;
    private final LevelStore levels;
    private final BulkClosedStore bulkClosures;
    private final Clock clock;

    public BacklogResource(
            Questions questions, BacklogStore backlogs, LevelStore levels, BulkClosedStore bulkClosures, Clock clock) {
        this.questions = questions;
        this.backlogs = backlogs;
        this.levels = levels;
        this.bulkClosures = bulkClosures;
        this.clock = clock;
    }

    /** The rows and the moment they are about: {@code at} as asked, {@code asAt} what was known. */
    public record BacklogAnswer(
            List<BacklogRow> items,
            @JsonInclude(JsonInclude.Include.ALWAYS) String next,
            Explanation.Definition definition,
            String scope,
            String zone,
            Instant asAt,
            String at,
            Instant before,

            @Schema(description = "Only where a moment to compare with was asked for")
            Comparison comparison) {}

    /** A moment as it was asked for. */
    private record Asked(String text, Moment moment) {
        static Asked of(String parameter, String text) {
            return new Asked(text, Moments.read(parameter, text, LONDON));
        }

        LocalDate day() {
            return moment.before().minusMillis(1).atZone(LONDON).toLocalDate();
        }
    }

    /** What is asked about the tickets open at a moment. */
    private record Stock(Set<Dimension> by, Filter filter, PartnerRows partners) {
        Breakdown breakdown(LocalDate day) {
            List<Period> moments = List.of(new Period(day.toString(), day, day, false));
            return new Breakdown(by, partners, filter.prioritiesShown(), moments, moments);
        }

        /** What went before in the month of a day, in the same rows. */
        Question monthUpTo(LocalDate day) {
            Range month = new Range(day.withDayOfMonth(1), day);
            return new Question(month, by, Periodicity.WHOLE, YearBasis.CALENDAR, filter, partners.ownRows());
        }
    }

    @GET
    @Operation(operationId = "backlog", summary = "Which tickets were open at a moment, by partner")
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.SERVICE_DESK,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    public BacklogAnswer backlog(
            @QueryParam("at") @Parameter(description = "An instant, or a date for the end of that local day") String at,
            @QueryParam("compareAt") @Parameter(description = "Another moment to compare with, written likewise")
                    String compareAt,
            @BeanParam TicketParams params) {
        Asked asked = Asked.of("at", at == null ? clock.instant().toString() : at);
        Filter filter = questions.filter(params);
        Stock stock = new Stock(
                questions.groups(params, NORMALLY, POSSIBLE),
                filter,
                questions.rows(filter, questions.ownRows(params)));
        var open = read(asked, stock);
        return new BacklogAnswer(
                rows(open.figures(), asked.day(), stock),
                null,
                DEFINITION,
                Explanation.scope(filter),
                Explanation.ZONE,
                open.instant(),
                asked.text(),
                asked.moment().before(),
                compareAt == null ? null : compared(asked, open, Asked.of("compareAt", compareAt), stock));
    }

    private AsAt<SortedMap<Cell, Backlog>> read(Asked asked, Stock stock) {
        var open = backlogs.open(asked.moment(), stock.by(), stock.filter(), stock.partners());
        return new AsAt<>(
                stock.breakdown(asked.day()).addUp(open.figures(), Backlog.NOTHING, Backlog::plus), open.instant());
    }

    private List<BacklogRow> rows(SortedMap<Cell, Backlog> backlogs, LocalDate day, Stock stock) {
        Optional<Level> level = levels.of(Measure.OPEN_OVER_30_DAYS).on(day);
        SortedMap<Cell, BulkClosed> closed = bulkClosures.counts(stock.monthUpTo(day), stock.partners());
        return backlogs.entrySet().stream()
                .map(row -> BacklogRow.of(
                        row.getKey(), row.getValue(), level, day, closed.getOrDefault(row.getKey(), BulkClosed.NONE)))
                .toList();
    }

    private Comparison compared(Asked now, AsAt<SortedMap<Cell, Backlog>> open, Asked then, Stock stock) {
        var before = read(then, stock);
        Comparing<Backlog> comparing = new Comparing<>(any -> open, Backlog.NOTHING, BacklogResource::figures);
        return new Comparison(
                Comparison.Side.of(now.text(), open.instant()),
                Comparison.Side.of(then.text(), before.instant()),
                Comparison.ROUNDING,
                comparing.rows(open.figures(), before.figures(), null, null));
    }

    private static List<Figure> figures(Backlog backlog) {
        return List.of(
                Figure.stock("open", backlog.open()),
                Figure.stock("untriaged", backlog.untriaged()),
                Figure.stock("onHold", backlog.held()),
                Figure.stock("openOver30Days", backlog.openOver30Days()),
                Figure.share("openOver30DaysRatio", backlog.openOver30Days(), backlog.open()));
    }
}
