package uk.jointdesk.finance.driver.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.client.OidcClientException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.jointdesk.finance.driver.domain.Months;
import uk.jointdesk.finance.driver.domain.TicketCounts;
import uk.jointdesk.kit.problem.Refusal;

/** kpi-service as this service sees it: how many tickets each partner logged. */
@ApplicationScoped
public class Tickets {
    private final KpiApi kpi;
    private final ObjectMapper json;

    public Tickets(@RestClient KpiApi kpi, ObjectMapper json) {
        this.kpi = kpi;
        this.json = json;
    }

    /** @throws Refusal 503 when nobody answers there, 502 when the answer is of no use */
    public TicketCounts logged(Months months) {
        String answer = answer(months.from().toString(), months.to().toString());
        VolumesDocument document = document(answer);
        if (document.items() == null || document.definition() == null || !document.addsUp()) {
            throw unusable("its rows do not add up");
        }
        String asked = "/api/v1/performance/volumes?from=" + months.from() + "&to=" + months.to();
        return new TicketCounts(asked, definition(document), document.asAt(), answer, counts(document));
    }

    private static TicketCounts.Definition definition(VolumesDocument document) {
        VolumesDocument.Definition said = document.definition();
        return new TicketCounts.Definition(said.code(), said.version(), said.text());
    }

    private static List<TicketCounts.Count> counts(VolumesDocument document) {
        return document.items().stream()
                .filter(row -> !row.isTotal())
                .map(row -> new TicketCounts.Count(row.partner(), row.period(), row.logged()))
                .toList();
    }

    private String answer(String from, String to) {
        try {
            return kpi.volumes(from, to);
        } catch (WebApplicationException refused) {
            throw unusable("status " + refused.getResponse().getStatus());
        } catch (ProcessingException | OidcClientException unreachable) {
            throw new Refusal(503, "kpi-unavailable", "kpi-service does not answer; ask again later.");
        }
    }

    private VolumesDocument document(String answer) {
        try {
            return json.readValue(answer, VolumesDocument.class);
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            throw unusable("it cannot be read");
        }
    }

    private static Refusal unusable(String why) {
        return new Refusal(502, "kpi-answer-unusable", "The answer of kpi-service is of no use: " + why + ".");
    }
}
