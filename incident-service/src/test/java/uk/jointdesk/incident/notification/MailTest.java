package uk.jointdesk.incident.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.testkit.Tokens;

/** E-mail as a real server receives it. */
@QuarkusTest
@QuarkusTestResource(PostOffice.class)
class MailTest extends OverHttp {

    GreenMail server;

    @Inject
    Outbox outbox;

    @Inject
    ScopedDb db;

    @Test
    void a_reader_is_told_in_plain_text() throws MessagingException, IOException {
        String address = "team-" + System.nanoTime() + "@example.org";
        UUID id = told(address, "Oddly titled\r\nBcc: everybody@example.org");
        MimeMessage mail = received(address);
        assertThat(mail.getSubject())
                .startsWith("[Jointdesk] escalation.mailed LBL-0000042")
                .doesNotContain("\n");
        assertThat(mail.getRecipients(Message.RecipientType.BCC)).isNull();
        assertThat(mail.getMessageID()).contains("msg_" + id.toString().replace("-", ""));
        assertThat(mail.getContent().toString())
                .contains("What: escalation.mailed")
                .contains("When: 2021-06-07T09:00:00Z")
                .contains("Partner: LBL")
                .contains("reference: LBL-0000042");
    }

    private UUID told(String address, String title) {
        as(Tokens.borough("LBL"))
                .contentType(ContentType.JSON)
                .body("{\"channel\":\"EMAIL\",\"address\":\"%s\",\"topics\":[\"escalation.mailed\"]}"
                        .formatted(address))
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(201);
        Announcement announcement = new Announcement(
                UUID.randomUUID(),
                "escalation.mailed",
                "LBL",
                Instant.parse("2021-06-07T09:00:00Z"),
                null,
                Map.of("reference", "LBL-0000042", "title", title));
        db.as(PartnerScope.of(List.of("LBL"))).run(handle -> outbox.put(handle, announcement));
        return announcement.id();
    }

    private MimeMessage received(String address) {
        for (int look = 0; look < 100; look++) {
            List<MimeMessage> mine = Arrays.stream(server.getReceivedMessages())
                    .filter(mail -> isTo(mail, address))
                    .toList();
            if (!mine.isEmpty()) {
                assertThat(mine).hasSize(1);
                return mine.get(0);
            }
            pause(100);
        }
        throw new AssertionError("no mail came to " + address);
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
