package uk.jointdesk.incident.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.incident.notification.domain.Answer;
import uk.jointdesk.incident.notification.domain.Due;

/** Tells one reader by e-mail, once, in plain text. A mail that is sent twice carries the same Message-ID. */
@ApplicationScoped
public class MailSender {

    private static final int LONGEST_SUBJECT = 150;

    private final Mailer mailer;
    private final ObjectMapper json;

    public MailSender(Mailer mailer, ObjectMapper json) {
        this.mailer = mailer;
        this.json = json;
    }

    public Answer send(Due due) {
        Due.Message message = due.message();
        JsonNode payload = payload(message);
        Mail mail = Mail.withText(due.subscription().target(), subject(message, payload), text(message, payload))
                .addHeader("Message-ID", "<" + message.publicId() + "." + due.delivery() + "@jointdesk>")
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail);
            return Answer.delivered();
        } catch (RuntimeException refused) {
            return Answer.unreachable(refused.getClass().getSimpleName() + ": " + refused.getMessage());
        }
    }

    private static String subject(Due.Message message, JsonNode payload) {
        StringBuilder subject = new StringBuilder("[Jointdesk] ").append(message.topic());
        for (String field : new String[] {"reference", "title"}) {
            if (payload.hasNonNull(field)) {
                subject.append(' ').append(payload.get(field).asText());
            }
        }
        // A line break would begin a header of the sender's choosing.
        String oneLine = subject.toString().replaceAll("\\p{Cntrl}+", " ");
        return oneLine.length() > LONGEST_SUBJECT ? oneLine.substring(0, LONGEST_SUBJECT) : oneLine;
    }

    private static String text(Due.Message message, JsonNode payload) {
        StringBuilder text = new StringBuilder();
        text.append("What: ").append(message.topic()).append('\n');
        text.append("When: ").append(message.occurredAt()).append('\n');
        if (message.partner() != null) {
            text.append("Partner: ").append(message.partner()).append('\n');
        }
        payload.fields().forEachRemaining(field -> text.append(field.getKey())
                .append(": ")
                .append(field.getValue().isValueNode() ? field.getValue().asText() : field.getValue())
                .append('\n'));
        return text.toString();
    }

    private JsonNode payload(Due.Message message) {
        try {
            return json.readTree(message.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored payload is not JSON", e);
        }
    }
}
