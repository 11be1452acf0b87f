package uk.jointdesk.gateway.protection;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import uk.jointdesk.testkit.SelfSigned;

/** Two certificates of this machine, of which the gateway under test shows the first. */
public class Certificates implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory("jointdesk-certificates");
            SelfSigned.make(directory.resolve("first.p12"), "first.jointdesk.example");
            SelfSigned.make(directory.resolve("second.p12"), "second.jointdesk.example");
            Path shown = directory.resolve("shown.p12");
            Files.copy(directory.resolve("first.p12"), shown, StandardCopyOption.REPLACE_EXISTING);
            return Map.of(
                    "jointdesk.test.certificates",
                    directory.toString(),
                    "quarkus.http.test-ssl-port",
                    "0",
                    "quarkus.http.tls-configuration-name",
                    "https",
                    "quarkus.tls.https.key-store.p12.path",
                    shown.toString(),
                    "quarkus.tls.https.key-store.p12.password",
                    SelfSigned.PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        // The directory of temporary files is cleared by the machine.
    }
}
