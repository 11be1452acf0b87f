package uk.jointdesk.gateway.board;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.YearMonth;
import org.jboss.logging.Logger;
import uk.jointdesk.gateway.identity.Caller;
import uk.jointdesk.gateway.route.Service;
import uk.jointdesk.gateway.route.ServiceAnswer;
import uk.jointdesk.gateway.route.ServiceClient;

/** Asks the services for the figures of a page, with the reader's own token: a page shows nobody more than the API. */
@ApplicationScoped
public class FigureReader {

    private static final Logger LOG = Logger.getLogger(FigureReader.class);
    private static final String PERFORMANCE = "/api/v1/performance/";

    private final ServiceClient services;
    private final ObjectMapper json;

    public FigureReader(ServiceClient services, ObjectMapper json) {
        this.services = services;
        this.json = json;
    }

    Future<Part<Figures.Compliance>> complianceByMonth(Caller reader, BoardPeriod period) {
        return compliance(reader, period, "&groupBy=priority,partner,period");
    }

    /** The whole period as one figure, {@code POOLED} or {@code MEAN_OF_MONTHS}. */
    Future<Part<Figures.Compliance>> complianceOfPeriod(Caller reader, BoardPeriod period, String method) {
        return compliance(reader, period, "&groupBy=priority,partner&periodicity=WHOLE&method=" + method);
    }

    private Future<Part<Figures.Compliance>> compliance(Caller reader, BoardPeriod period, String how) {
        return read(reader, Service.KPI, PERFORMANCE + "compliance?" + range(period) + how, Figures.Compliance.class);
    }

    Future<Part<Figures.Volumes>> volumesByMonth(Caller reader, BoardPeriod period) {
        String path = PERFORMANCE + "volumes?" + range(period) + "&groupBy=partner,period";
        return read(reader, Service.KPI, path, Figures.Volumes.class);
    }

    /** What was resolved in each year or month of a range, over all the reader may see. */
    Future<Part<Figures.Volumes>> volumesOver(Caller reader, YearMonth from, YearMonth to, String periodicity) {
        String path = PERFORMANCE + "volumes?from=" + from + "&to=" + to + "&groupBy=partner,period&periodicity="
                + periodicity;
        return read(reader, Service.KPI, path, Figures.Volumes.class);
    }

    Future<Part<Figures.Backlog>> backlogAtEnd(Caller reader, BoardPeriod period) {
        String path = PERFORMANCE + "backlog?at=" + period.lastDay();
        return read(reader, Service.KPI, path, Figures.Backlog.class);
    }

    Future<Part<Figures.Contributions>> contributions(Caller reader, BoardPeriod period) {
        String path = "/api/v1/contributions?financialYear=" + period.financialYear();
        return read(reader, Service.FINANCE, path, Figures.Contributions.class);
    }

    private static String range(BoardPeriod period) {
        return "from=" + period.from() + "&to=" + period.to();
    }

    private <T> Future<Part<T>> read(Caller reader, Service service, String path, Class<T> type) {
        return services.ask(service, path, reader.token())
                .map(answer -> part(service, path, answer, type))
                .recover(failure -> {
                    LOG.warnf("%s: %s", service.title(), failure.getMessage());
                    return Future.succeededFuture(Part.missing(service.title() + " does not answer at the moment."));
                });
    }

    private <T> Part<T> part(Service service, String path, ServiceAnswer answer, Class<T> type) {
        if (answer.ok()) {
            return parse(service, answer, type);
        }
        LOG.warnf("%s answered %d to %s", service.title(), answer.status(), path);
        return Part.missing(
                switch (answer.status()) {
                    case 403 -> "Your account may not read this part.";
                    case 404 -> "There are no figures for this period.";
                    default ->
                        service.title() + " could not work these figures out (it answered " + answer.status() + ").";
                });
    }

    private <T> Part<T> parse(Service service, ServiceAnswer answer, Class<T> type) {
        try {
            return Part.of(json.readValue(answer.body().getBytes(), type));
        } catch (IOException unreadable) {
            LOG.warnf("%s: %s", service.title(), unreadable.getMessage());
            return Part.missing(service.title() + " answered in a way this page cannot read.");
        }
    }
}
