package dev.lifering.runtime;

import dev.lifering.crypto.KeySet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/** The keys that demo makes once and keeps: the key set, and the key of the pretended identity provider. */
final class DemoKeys {
    private static final int RSA_BITS = 2048;

    private final DataDirectory data;
    private final SecureRandom random = new SecureRandom();

    DemoKeys(DataDirectory data) {
        this.data = data;
    }

    /** The file with the key set. */
    Path keySet() {
        return data.file(
                "keys.json",
                () -> KeySet.generate(random, InstantSource.system().instant()).toJson());
    }

    /** The file with the private JWK that signs the tokens of demo personas. */
    Path issuerKey() {
        return data.file("demo-issuer.json", () -> json(freshIssuerKey(), OutputControlLevel.INCLUDE_PRIVATE));
    }

    /** The file with the public JWK that verifies those tokens. */
    Path issuerPublicKey() {
        return data.file("demo-issuer-public.json", () -> json(readIssuerKey(), OutputControlLevel.PUBLIC_ONLY));
    }

    private PublicJsonWebKey freshIssuerKey() {
        try {
            var key = RsaJwkGenerator.generateJwk(RSA_BITS, null, random);
            key.setKeyId("demo-" + key.calculateBase64urlEncodedThumbprint("SHA-256"));
            key.setUse(Use.SIGNATURE);
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            return key;
        } catch (JoseException missing) {
            throw new IllegalStateException("this Java runtime cannot make RSA keys", missing);
        }
    }

    private PublicJsonWebKey readIssuerKey() {
        var file = issuerKey();
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
        } catch (JoseException malformed) {
            throw new IllegalStateException(file + " does not hold a JWK; remove it to get a new one", malformed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    private static String json(PublicJsonWebKey key, OutputControlLevel level) {
        return JsonUtil.toJson(key.toParams(level));
    }
}
