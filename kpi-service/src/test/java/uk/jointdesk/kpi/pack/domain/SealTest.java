package uk.jointdesk.kpi.pack.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.pack.SamplePack;
import uk.jointdesk.kpi.pack.store.PackJson;

class SealTest {

    private final KeyPair key = key();

    @Test
    void one_changed_byte_anywhere_breaks_the_seal() {
        byte[] bytes = PackJson.bytes(SamplePack.published());
        Seal seal = Seal.of(bytes, key.getPrivate(), key.getPublic());
        assertThat(seal.holds(bytes)).isTrue();
        for (int i = 0; i < bytes.length; i += 97) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertThat(seal.holds(changed)).as("byte %d", i).isFalse();
        }
    }

    @Test
    void a_new_digest_over_changed_bytes_does_not_help_without_the_key() {
        byte[] bytes = "{\"value\":\"58.14\"}".getBytes(StandardCharsets.UTF_8);
        byte[] changed = "{\"value\":\"95.14\"}".getBytes(StandardCharsets.UTF_8);
        Seal seal = Seal.of(bytes, key.getPrivate(), key.getPublic());
        Seal forged = new Seal(Seal.digest(changed), seal.signature(), seal.keyId(), seal.publicKey());
        assertThat(forged.holds(changed)).isFalse();
        assertThat(new Seal(seal.digest(), "no base64!", seal.keyId(), seal.publicKey()).holds(bytes))
                .isFalse();
    }

    @Test
    void the_same_bytes_get_the_same_signature() {
        byte[] bytes = {1, 2, 3};
        assertThat(Seal.of(bytes, key.getPrivate(), key.getPublic()))
                .isEqualTo(Seal.of(bytes, key.getPrivate(), key.getPublic()));
    }

    private static KeyPair key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
