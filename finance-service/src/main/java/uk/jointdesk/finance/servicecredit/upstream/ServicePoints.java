package uk.jointdesk.finance.servicecredit.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.servicecredit.domain.ServiceCredit;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** kpi-service as this service sees it: what the missed targets of a month are worth. */
@ApplicationScoped
public class ServicePoints {
    private final KpiApi kpi;
    private final ObjectMapper json;

    public ServicePoints(@RestClient KpiApi kpi, ObjectMapper json) {
        this.kpi = kpi;
        this.json = json;
    }

    /** An answer with the month it is about. */
    public record Answer(ServiceCredit.Measured measured, ServiceCredit.Evidence evidence) {}

    /** @throws Refusal 422 when kpi-service knows no such points, 503 when it cannot be asked */
    public Answer of(String family, YearMonth month, Money monthlyCharge) {
        String answer = ask(family, month, monthlyCharge);
        return new Answer(measured(answer, month), new ServiceCredit.Evidence(answer, digest(answer)));
    }

    private String ask(String family, YearMonth month, Money monthlyCharge) {
        try {
            return kpi.servicePoints(family, month.toString(), month.toString(), monthlyCharge.toString());
        } catch (WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            if (status == 404 || status == 409) {
                throw Refusal.refused(
                        "service-points-unknown",
                        "The performance service has no service points of " + family + " in " + month + ".",
                        new FieldError("/family", "has no scheme of service points in that month"));
            }
            throw unreachable();
        } catch (ProcessingException broken) {
            throw unreachable();
        }
    }

    private ServiceCredit.Measured measured(String answer, YearMonth month) {
        try {
            return json.readValue(answer, PointsDocument.class).items().stream()
                    .filter(item -> item.month().equals(month.toString()))
                    .map(PointsDocument.Month::measured)
                    .findFirst()
                    .orElseThrow(ServicePoints::unreachable);
        } catch (JsonProcessingException | NullPointerException | NumberFormatException notAsAgreed) {
            throw unreachable();
        }
    }

    private static Refusal unreachable() {
        return new Refusal(
                503, "performance-service-unreachable", "The performance service gives no usable answer now.");
    }

    private static String digest(String answer) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(answer.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
