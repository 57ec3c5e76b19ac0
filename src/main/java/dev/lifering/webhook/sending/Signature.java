package dev.lifering.webhook.sending;

import dev.lifering.crypto.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a message (Standard Webhooks, "Symmetric" signature scheme): HMAC-SHA256 over id, time and body. */
final class Signature {
    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    /** The value of the header {@code webhook-signature}: one signature per secret. */
    static String header(List<Secret> secrets, String id, Instant at, String body) {
        byte[] signed = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        return secrets.stream().map(secret -> "v1," + of(secret, signed)).collect(Collectors.joining(" "));
    }

    private static String of(Secret secret, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.bytes(), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }
}
