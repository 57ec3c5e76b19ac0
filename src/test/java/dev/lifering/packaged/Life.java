package dev.lifering.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.jose4j.lang.JoseException;

/** The life of a second factor, from the enrolment to a recovery, with all that is secret in it. */
final class Life {
    private Life() {}

    /** Goes through it, down to the last backup code and beyond, and says what was secret in it, by what it was. */
    static Map<String, byte[]> live(Installation installation, Replica replica, SmtpListener smtp) {
        var secrets = new LinkedHashMap<String, byte[]>();
        Subscriber user = Subscriber.enrol(installation, replica);
        secrets.put("TOTP secret, base32", ascii(user.secret()));
        secrets.put("TOTP secret, bytes", new Base32().decode(user.secret()));
        assertEquals(200, user.verify(replica, user.nextCode()).statusCode());
        String last = "";
        for (String code : user.codes()) {
            secrets.put("backup code " + code, ascii(code));
            secrets.put("backup code without hyphens " + code, ascii(code.replace("-", "")));
            var verified = user.verify(replica, code);
            assertEquals(200, verified.statusCode(), verified.body());
            last = verified.body();
        }
        String session = JsonPath.from(last).getString("recoverySession");
        secrets.put("recovery session", ascii(session));
        secrets.put("service token", ascii(user.serviceToken().split("\\.")[2]));
        recover(installation, replica, smtp, secrets);
        return secrets;
    }

    /** Goes through a recovery: a link by mail, its redemption, and the notice that could undo it. */
    private static void recover(
            Installation installation, Replica replica, SmtpListener smtp, Map<String, byte[]> secrets) {
        String account = "account-" + UUID.randomUUID();
        String user = "user-" + UUID.randomUUID();
        String service = installation.token("login-service", account, "service");
        replica.send(service, "PUT", "/v1/accounts/" + account, "{\"name\":\"A\",\"kind\":\"direct\"}");
        String email = user + "@platform.example";
        String path = "/v1/accounts/" + account + "/users/" + user;
        replica.send(service, "PUT", path, "{\"email\":\"" + email + "\"}");
        Subscriber.enrol(installation, replica, account, user);
        String admin = installation.token("admin-of-" + account, account, "user", "admin");
        assertEquals(
                202, replica.send(admin, "POST", path + "/recovery-links", "{}").statusCode());
        String link = smtp.token(email, "token");
        secrets.put("recovery link", ascii(link));
        var redeemed = replica.send(
                installation.token(user, account, "user"),
                "POST",
                "/v1/recovery/redemptions",
                "{\"token\":\"" + link + "\"}");
        assertEquals(201, redeemed.statusCode(), redeemed.body());
        secrets.put("session of a link", ascii(JsonPath.from(redeemed.body()).getString("recoverySession")));
        secrets.put("new code", ascii(JsonPath.from(redeemed.body()).getString("backupCodes.codes[0]")));
        secrets.put("undo", ascii(smtp.token(email, "repudiation")));
    }

    /** The keys, as bytes and as they are written. */
    static Map<String, byte[]> keyMaterial(Installation installation) throws JoseException {
        var secrets = new LinkedHashMap<String, byte[]>();
        for (var key : new JsonWebKeySet(installation.keys().toJson()).getJsonWebKeys()) {
            if (key instanceof OctetSequenceJsonWebKey octets) {
                secrets.put("key " + key.getKeyId(), octets.getOctetSequence());
                secrets.put(
                        "key as text " + key.getKeyId(),
                        Base64.getUrlEncoder().withoutPadding().encode(octets.getOctetSequence()));
            }
        }
        assertEquals(4, secrets.size());
        return secrets;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
