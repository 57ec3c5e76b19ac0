package dev.lifering.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JwtKeyCheckTest {
    private static final Optional<String> FINE = Optional.empty();
    private static final Optional<String> WEAK = Optional.of("holds an RSA key under 2048 bits");
    private static final Optional<String> NO_KEY = Optional.of("holds no key that can be read");

    @Test
    void takesGoodKeysInEveryForm() throws GeneralSecurityException, JoseException {
        for (var pair : new KeyPair[] {pair("RSA", 2048), pair("EC", 256)}) {
            var jwk = jwk(pair);
            assertEquals(FINE, JwtKeyCheck.ofContent(pem("PUBLIC KEY", pair.getPublic())));
            assertEquals(FINE, JwtKeyCheck.ofContent(base64(pair.getPublic())));
            assertEquals(FINE, JwtKeyCheck.ofContent(jwk));
            assertEquals(FINE, JwtKeyCheck.ofContent("{\"keys\":[" + jwk + "]}"));
            assertEquals(FINE, JwtKeyCheck.ofContent(base64url("{\"keys\":[" + jwk + "]}")));
        }
    }

    /** One base64 text in seventeen of an EC key has neither + nor /, so that it reads as base64url as well. */
    @Test
    void takesABareKeyThatReadsAsBase64urlToo() throws GeneralSecurityException {
        var key = pair("EC", 256).getPublic();
        while (base64(key).contains("+") || base64(key).contains("/")) {
            key = pair("EC", 256).getPublic();
        }
        assertEquals(FINE, JwtKeyCheck.ofContent(base64(key)));
    }

    @Test
    void takesTheKeyOfACertificate(@TempDir Path folder) throws IOException, InterruptedException {
        var file = folder.resolve("store.p12");
        keytool("-genkeypair", "-keystore", file, "-alias", "idp", "-keyalg", "RSA", "-dname", "CN=idp");
        var certificate = folder.resolve("idp.pem");
        keytool("-exportcert", "-rfc", "-keystore", file, "-alias", "idp", "-file", certificate);
        assertEquals(FINE, JwtKeyCheck.ofContent(Files.readString(certificate)));
    }

    private static void keytool(Object... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        command.addAll(List.of("-storepass", "of the test", "-storetype", "PKCS12"));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }

    @Test
    void refusesAShortRsaKeyInEveryForm() throws GeneralSecurityException, JoseException {
        var weak = pair("RSA", 1024);
        var jwk = jwk(weak);
        assertEquals(WEAK, JwtKeyCheck.ofContent(pem("PUBLIC KEY", weak.getPublic())));
        assertEquals(WEAK, JwtKeyCheck.ofContent(jwk));
        assertEquals(WEAK, JwtKeyCheck.ofContent("{\"keys\":[" + jwk(pair("EC", 256)) + "," + jwk + "]}"));
    }

    @Test
    void refusesWhatIsNoPublicKey() throws GeneralSecurityException {
        assertEquals(NO_KEY, JwtKeyCheck.ofContent("secret"));
        assertEquals(NO_KEY, JwtKeyCheck.ofContent("{\"keys\":[]}"));
        assertEquals(NO_KEY, JwtKeyCheck.ofContent("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"));
        assertEquals(
                Optional.of("holds a private key, which belongs to the identity provider alone"),
                JwtKeyCheck.ofContent(pem("PRIVATE KEY", pair("EC", 256).getPrivate())));
    }

    @Test
    void readsFilesAndLeavesRemoteKeysToTheLibrary(@TempDir Path directory)
            throws GeneralSecurityException, IOException {
        var weak = Files.writeString(
                directory.resolve("weak.pem"),
                pem("PUBLIC KEY", pair("RSA", 1024).getPublic()));
        assertEquals(WEAK, JwtKeyCheck.ofLocation(weak.toString()));
        assertEquals(WEAK, JwtKeyCheck.ofLocation("file:" + weak));
        assertEquals(Optional.of("cannot be read (nowhere.pem)"), JwtKeyCheck.ofLocation("nowhere.pem"));
        assertEquals(FINE, JwtKeyCheck.ofLocation("https://idp.invalid/jwks"));
    }

    private static KeyPair pair(String algorithm, int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String jwk(KeyPair pair) throws JoseException {
        return PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic()).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static String pem(String type, Key key) {
        return "-----BEGIN " + type + "-----\n" + base64(key) + "\n-----END " + type + "-----\n";
    }

    private static String base64(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static String base64url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
