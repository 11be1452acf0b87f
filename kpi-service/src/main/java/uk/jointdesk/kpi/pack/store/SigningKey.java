package uk.jointdesk.kpi.pack.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.pack.domain.Seal;

/**
 * The key that signs packs: from the key store of the installation, or without one made once and kept in the database,
 * the same for every server. Old packs name the key they were signed with and stay verifiable when it is changed.
 */
@ApplicationScoped
public class SigningKey {

    private static final String READ = "select private_key, public_key from pack_key";

    private final ScopedDb db;
    private final Clock clock;
    private final Optional<String> keyStore;
    private final Optional<String> password;
    private final String alias;
    private volatile KeyPair pair;

    public SigningKey(
            ScopedDb db,
            Clock clock,
            @ConfigProperty(name = "jointdesk.kpi.pack.key-store") Optional<String> keyStore,
            @ConfigProperty(name = "jointdesk.kpi.pack.key-store-password") Optional<String> password,
            @ConfigProperty(name = "jointdesk.kpi.pack.key-alias", defaultValue = "packs") String alias) {
        this.db = db;
        this.clock = clock;
        this.keyStore = keyStore;
        this.password = password;
        this.alias = alias;
    }

    public Seal seal(byte[] bytes) {
        KeyPair key = pair();
        return Seal.of(bytes, key.getPrivate(), key.getPublic());
    }

    /** The public key in use, as X.509 SubjectPublicKeyInfo. */
    public byte[] publicKey() {
        return pair().getPublic().getEncoded();
    }

    private KeyPair pair() {
        if (pair == null) {
            pair = keyStore.isPresent() ? configured(Path.of(keyStore.get())) : kept();
        }
        return pair;
    }

    private KeyPair configured(Path file) {
        char[] secret = password.orElse("").toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, secret);
            PrivateKey key = (PrivateKey) store.getKey(alias, secret);
            return new KeyPair(store.getCertificate(alias).getPublicKey(), key);
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("the key store of the packs cannot be read: " + file, broken);
        }
    }

    private KeyPair kept() {
        return db.as(PartnerScope.ALL).write(handle -> {
            List<KeyPair> kept = read(handle);
            if (kept.isEmpty()) {
                keep(handle);
                kept = read(handle);
            }
            return kept.get(0);
        });
    }

    /** Of two servers that start together one makes the key, and both read it. */
    private void keep(Handle handle) {
        try {
            KeyPair made = KeyPairGenerator.getInstance(Seal.SIGNATURE).generateKeyPair();
            handle.createUpdate("insert into pack_key (private_key, public_key, created_at)"
                            + " values (:private, :public, :at) on conflict do nothing")
                    .bind("private", made.getPrivate().getEncoded())
                    .bind("public", made.getPublic().getEncoded())
                    .bind("at", PackStore.offset(clock.instant()))
                    .execute();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<KeyPair> read(Handle handle) {
        return handle.createQuery(READ)
                .map((row, context) -> pair(row.getBytes("private_key"), row.getBytes("public_key")))
                .list();
    }

    private static KeyPair pair(byte[] privateKey, byte[] publicKey) {
        try {
            KeyFactory keys = KeyFactory.getInstance(Seal.SIGNATURE);
            return new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(publicKey)),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the key of the packs cannot be read", broken);
        }
    }
}
