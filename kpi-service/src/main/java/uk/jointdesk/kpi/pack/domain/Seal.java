package uk.jointdesk.kpi.pack.domain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What is kept beside the bytes of a published pack, so that a changed byte is noticed by anybody.
 *
 * @param digest SHA-256 of the bytes, in hexadecimal
 * @param signature Ed25519 over the bytes themselves, in base64
 * @param keyId SHA-256 of the public key, its first 16 digits
 * @param publicKey the public key (X.509 SubjectPublicKeyInfo) in base64
 */
public record Seal(String digest, String signature, String keyId, String publicKey) {
    public static final String SIGNATURE = "Ed25519";
    public static final String DIGEST = "SHA-256";

    public static Seal of(byte[] bytes, PrivateKey key, PublicKey publicKey) {
        try {
            Signature signer = Signature.getInstance(SIGNATURE);
            signer.initSign(key);
            signer.update(bytes);
            String signature = Base64.getEncoder().encodeToString(signer.sign());
            byte[] encoded = publicKey.getEncoded();
            return new Seal(
                    digest(bytes),
                    signature,
                    keyId(encoded),
                    Base64.getEncoder().encodeToString(encoded));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the pack could not be signed", broken);
        }
    }

    /** Whether these are the bytes that were sealed. */
    public boolean holds(byte[] bytes) {
        if (!digest.equals(digest(bytes))) {
            return false;
        }
        try {
            byte[] encoded = Base64.getDecoder().decode(publicKey);
            Signature check = Signature.getInstance(SIGNATURE);
            check.initVerify(KeyFactory.getInstance(SIGNATURE).generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(bytes);
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    public static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(DIGEST).digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String keyId(byte[] publicKey) {
        return digest(publicKey).substring(0, 16);
    }
}
