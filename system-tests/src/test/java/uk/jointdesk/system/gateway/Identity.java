package uk.jointdesk.system.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import uk.jointdesk.testkit.SelfSigned;

/** Somebody's certificate and key, made for a test, in the files that programs want. */
final class Identity {

    private static final String ALIAS = "server";
    private static final char[] PASSWORD = SelfSigned.PASSWORD.toCharArray();
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final Path certificate;
    private final Path key;
    private final KeyStore store;

    private Identity(Path certificate, Path key, KeyStore store) {
        this.certificate = certificate;
        this.key = key;
        this.store = store;
    }

    static Identity make(Path directory, String name) throws Exception {
        Path file = directory.resolve(name + ".p12");
        SelfSigned.make(file, name);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, PASSWORD);
        }
        return new Identity(
                pem(
                        directory.resolve(name + ".crt"),
                        "CERTIFICATE",
                        store.getCertificate(ALIAS).getEncoded()),
                pem(
                        directory.resolve(name + ".key"),
                        "PRIVATE KEY",
                        store.getKey(ALIAS, PASSWORD).getEncoded()),
                store);
    }

    private static Path pem(Path file, String what, byte[] der) throws IOException {
        String text = "-----BEGIN " + what + "-----\n" + LINES.encodeToString(der) + "\n-----END " + what + "-----\n";
        return Files.writeString(file, text, StandardCharsets.US_ASCII);
    }

    Path certificate() {
        return certificate;
    }

    Path key() {
        return key;
    }

    /** Connects to this one and to nobody else; shows nothing. */
    SSLContext contextOfNobody() throws GeneralSecurityException, IOException {
        return context(null);
    }

    /** Connects to this one and to nobody else; shows who it is. */
    SSLContext contextOf(Identity who) throws GeneralSecurityException, IOException {
        return context(who);
    }

    private SSLContext context(Identity who) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(who == null ? null : who.store, who == null ? null : PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
