package uk.jointdesk.kpi.pack.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.jointdesk.kpi.pack.domain.Seal;

class SigningKeyTest {

    @Test
    void the_key_of_the_installations_key_store_signs_when_there_is_one(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path store = folder.resolve("packs.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "Ed25519",
                        "-alias",
                        "packs",
                        "-dname",
                        "CN=packs",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        made.getInputStream().readAllBytes();
        assertThat(made.waitFor()).isZero();
        SigningKey key =
                new SigningKey(null, Clock.systemUTC(), Optional.of(store.toString()), Optional.of("secret"), "packs");
        byte[] bytes = "a pack".getBytes(StandardCharsets.UTF_8);
        Seal seal = key.seal(bytes);
        assertThat(seal.holds(bytes)).isTrue();
        assertThat(seal.keyId()).isEqualTo(Seal.keyId(key.publicKey()));
    }
}
