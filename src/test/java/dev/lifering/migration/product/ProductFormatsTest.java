package dev.lifering.migration.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.crypto.Secret;
import dev.lifering.directory.PersonDetails;
import dev.lifering.factor.backupcode.legacy.ForeignCodes;
import dev.lifering.factor.backupcode.legacy.LegacyScheme;
import dev.lifering.migration.format.Entry;
import dev.lifering.migration.format.Owner;
import dev.lifering.migration.format.Read;
import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Sample;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What JSON files of other products say. */
class ProductFormatsTest {
    /** keycloak/keycloak, {@code RecoveryCodesUnitTest}: the digest of {@code L9RRAUWYKARB}. */
    private static final String VECTOR =
            "OnOEi8vsNqnI2s6t2IxU2+A+KrzWAVpR9AHExeQgDzTuoiU1qPzFsOpFIy8wb6EtPEGHKj0ehgHyTbuBTyChhg==";

    private static final String APPLICATION = "the-secret-of-an-application-of-the-test";

    @Test
    void keycloaksUsersComeWithTheirAppsAndWithoutTheRest() throws IOException {
        List<Entry> entries = Read.all(ProductFormats.keycloak(Sample.stream("keycloak-realm.json")));
        assertEquals(5, entries.size());
        Entry.Found ada = Read.found(entries.get(0));
        assertEquals(
                new Owner.ById("ada", new PersonDetails("ada@acme.example", "Ada Example", "de", false, true, false)),
                ada.owner());
        assertEquals("Ada’s phone", ada.apps().get(0).label());
        // The key is the text itself: Keycloak shows its base32 to the user.
        assertEquals(
                "SHA1 6 30 " + hex("u6bZVrYjwJ2cTqXn4sLk"), Read.told(ada.apps().get(0)));
        Entry.Found linus = Read.found(entries.get(1));
        assertEquals(
                "SHA256 8 60 " + hex("123456789012345678901234567890"),
                Read.told(linus.apps().get(0)));
        assertEquals("Authenticator app", linus.apps().get(0).label());
        assertEquals(List.of(), linus.leftBehind());
        assertEquals(foreign(LegacyScheme.KEYCLOAK, "L9RRAUWYKARB", "7QXW2RTK9PLM", "HN3ZB6YC8VDE"), linus.codes());
        assertNull(ada.codes());
        assertEquals(List.of(), Read.found(entries.get(2)).apps());
        assertEquals(List.of("hotp"), Read.found(entries.get(3)).leftBehind());
        assertEquals(ProblemType.INVALID_REQUEST, Read.problem(entries.get(4)).type());
        assertEquals("dan", ((Entry.Refused) entries.get(4)).id());
    }

    @Test
    void kratosIdentitiesComeWithTheirKeyUris() throws IOException {
        List<Entry> entries = Read.all(ProductFormats.kratos(Sample.stream("kratos-identities.json")));
        assertEquals(3, entries.size());
        Entry.Found ada = Read.found(entries.get(0));
        assertEquals(
                new Owner.ById("ada", new PersonDetails("ada@acme.example", "Ada Example", null, false, true, false)),
                ada.owner());
        assertEquals(
                "SHA1 6 30 912f44962717ccf52ac20c545c2dc1ebd2e5c363",
                Read.told(ada.apps().get(0)));
        assertEquals(List.of(), ada.leftBehind());
        assertEquals(foreign(LegacyScheme.KRATOS, "x2a4c6e8"), ada.codes(), "the unused one");
        Entry.Found linus = Read.found(entries.get(1));
        assertEquals(1, linus.leftBehind().size());
        assertFalse(((Owner.ById) linus.owner()).details().active());
        assertEquals(List.of("webauthn"), Read.found(entries.get(2)).leftBehind());
    }

    @Test
    void keycloaksCodesAreTakenOnlyWithTheHashThatIsKnown() throws IOException {
        for (String data : List.of("{'algorithm':'SHA-512','total':12,'remaining':1}", "{'algorithm':'RS512'}")) {
            assertEquals(
                    foreign(LegacyScheme.KEYCLOAK, "L9RRAUWYKARB"),
                    keycloakCodes(data, VECTOR).codes());
        }
        for (String data : List.of("{'algorithm':'SHA-256'}", "{'algorithm':'SHA-512','hashIterations':2}")) {
            assertLeft("recovery-authn-codes", keycloakCodes(data, VECTOR));
        }
        assertLeft("recovery-authn-codes", keycloakCodes("{'algorithm':'SHA-512'}", "c2hvcnQ="));
        assertLeft("recovery-authn-codes", keycloakCodes("{'algorithm':'SHA-512'}", "no base64!"));
    }

    private static Entry.Found keycloakCodes(String data, String digest) throws IOException {
        String user = "{'users':[{'id':'a','credentials':[{'type':'otp','secretData':\"{'value':'sixteen-bytes-or'}\","
                + "'credentialData':\"{'subType':'totp'}\"},{'type':'recovery-authn-codes','credentialData':\"" + data
                + "\",'secretData':\"{'codes':[{'number':1,'encodedHashedValue':'" + digest + "'}]}\"}]}]}";
        return Read.found(Read.all(ProductFormats.keycloak(utf8(json(user)))).get(0));
    }

    /** Single quotes stand for double ones, those within double ones for escaped ones. */
    private static String json(String text) {
        var json = new StringBuilder();
        boolean inside = false;
        for (char next : text.toCharArray()) {
            inside ^= next == '"';
            json.append(next == '\'' ? (inside ? "\\\"" : "\"") : Character.toString(next));
        }
        return json.toString();
    }

    private static void assertLeft(String what, Entry.Found entry) {
        assertNull(entry.codes());
        assertEquals(List.of(what), entry.leftBehind());
        assertEquals(1, entry.apps().size());
    }

    @Test
    void ofKratosCodesThoseOfAnotherFormStayBehind() throws IOException {
        assertEquals(
                foreign(LegacyScheme.KRATOS, "x2a4c6e8"),
                kratosCodes("x2a4c6e8", "X2A4-C6E8").codes());
        Entry.Found some = kratosCodes("x2a4c6e8", "1234", "");
        assertEquals(foreign(LegacyScheme.KRATOS, "x2a4c6e8"), some.codes());
        assertEquals(List.of("lookup_secret"), some.leftBehind());
        assertLeft("lookup_secret", kratosCodes("1234"));
        String[] many = IntStream.range(0, 33).mapToObj("abcdef%02d"::formatted).toArray(String[]::new);
        assertEquals(32, kratosCodes(many).codes().codes().size());
        assertEquals(List.of("lookup_secret"), kratosCodes(many).leftBehind());
        assertEquals(List.of(), kratosCodes().leftBehind());
    }

    private static Entry.Found kratosCodes(String... codes) throws IOException {
        String identity = "{'id':'a','credentials':{'totp':{'config':{'totp_url':"
                + "'otpauth://totp/a?secret=SEXUJFRHC7GPKKWCBRKFYLOB5PJOLQ3D'}},'lookup_secret':{'config':"
                + "{'recovery_codes':["
                + Arrays.stream(codes)
                        .map("{'code':'%s','used_at':null}"::formatted)
                        .collect(Collectors.joining(","))
                + "]}}}}";
        return Read.found(Read.all(ProductFormats.kratos(utf8(json(identity)))).get(0));
    }

    @Test
    void kratosCodesWithoutTheirConfigAreReportedSo() throws IOException {
        String identity = "{\"id\":\"a\",\"credentials\":{\"lookup_secret\":{\"type\":\"lookup_secret\"}}}";
        assertEquals(
                List.of("lookup_secret without its config: export with include_credential=lookup_secret"),
                Read.found(Read.all(ProductFormats.kratos(utf8(identity))).get(0))
                        .leftBehind());
    }

    /** {@code storeBackupCodes: "plain"}; and what an application of its own has sealed. */
    @Test
    void betterAuthsCodesMayStandInPlain() throws IOException {
        String row = Sample.text("better-auth-two-factor.json", "ada", "ada");
        String sealed = row.split("\"backupCodes\": \"")[1].split("\"")[0];
        String plain = row.replace(sealed, "[\\\"k3Vd9-Qz71B\\\"]");
        assertEquals(
                foreign(LegacyScheme.BETTER_AUTH, "k3Vd9-Qz71B"),
                betterAuth(plain).codes());
        assertLeft("backup_codes", betterAuth(row.replace(sealed, sealed.replace('7', '8'))));
        assertLeft("backup_codes", betterAuth(row.replace(sealed, "sealed by somebody else")));
        assertLeft("backup_codes", betterAuth(row.replace(sealed, "[no json")));
        assertNull(betterAuth(row.replace(sealed, "[]")).codes());
    }

    private static Entry.Found betterAuth(String rows) throws IOException {
        return Read.found(Read.all(ProductFormats.betterAuth(utf8(rows), List.of(secret(APPLICATION))))
                .get(0));
    }

    private static ForeignCodes foreign(LegacyScheme scheme, String... codes) {
        return new ForeignCodes(
                scheme,
                Arrays.stream(codes)
                        .map(code -> scheme.read(code).orElseThrow())
                        .toList());
    }

    @Test
    void identitiesMayStandOneBehindTheOther() throws IOException {
        assertEquals(
                2,
                Read.all(ProductFormats.kratos(utf8("{\"id\":\"a\"}\n{\"id\":\"b\"}\n")))
                        .size());
        assertEquals(
                2,
                Read.all(ProductFormats.kratos(utf8("[{\"id\":\"a\"}][{\"id\":\"b\"}]")))
                        .size());
        assertEquals(0, Read.all(ProductFormats.kratos(utf8(""))).size());
    }

    @Test
    void betterAuthsRowsOpenWithTheApplicationsSecret() throws IOException {
        List<Entry> entries = Read.all(ProductFormats.betterAuth(
                Sample.stream("better-auth-two-factor.json"), List.of(secret("another one"), secret(APPLICATION))));
        assertEquals(3, entries.size());
        assertEquals(new Owner.ById("ada", null), Read.found(entries.get(0)).owner());
        assertEquals(
                "SHA1 6 30 " + hex("pJq3Vd9QzL71BkXw0a2TbC8mNfRs5YuH"),
                Read.told(Read.found(entries.get(0)).apps().get(0)));
        assertEquals(List.of(), Read.found(entries.get(0)).leftBehind());
        ForeignCodes codes = foreign(LegacyScheme.BETTER_AUTH, "k3Vd9-Qz71B", "9aLmX-02TbC");
        assertEquals(codes, Read.found(entries.get(0)).codes());
        assertEquals(codes, Read.found(entries.get(1)).codes());
        assertEquals(
                "SHA1 6 30 " + hex("Gd4sKe8ZrW1qYp6MvT0xB3nLhC7uJaF9"),
                Read.told(Read.found(entries.get(1)).apps().get(0)));
        assertEquals(List.of(), Read.found(entries.get(2)).apps());
    }

    @Test
    void betterAuthsRowsDoNotOpenWithAnotherSecret() throws IOException {
        for (Entry entry : Read.all(ProductFormats.betterAuth(
                        Sample.stream("better-auth-two-factor.json"), List.of(secret("another one"))))
                .subList(0, 2)) {
            assertEquals(ProblemType.INVALID_REQUEST, Read.problem(entry).type());
        }
    }

    @Test
    void whatIsNotAsTheProductWritesItIsRefusedByItself() throws IOException {
        String users = "{\"realm\":\"r\",\"other\":{\"users\":[{\"id\":\"no\"}]},\"users\":[1,{},{\"id\":\"a b\"},"
                + "{\"id\":\"c\",\"credentials\":[{\"type\":\"otp\"}]},"
                + "{\"id\":\"d\",\"credentials\":[{\"type\":\"otp\",\"credentialData\":\"no json\"}]},"
                + "{\"id\":\"" + "e".repeat(2_000_00) + "\"},{\"id\":\"f\"}]}";
        List<Entry> entries = Read.all(ProductFormats.keycloak(utf8(users)));
        assertEquals(7, entries.size());
        for (Entry entry : entries.subList(0, 6)) {
            assertTrue(entry instanceof Entry.Refused, entry.toString());
        }
        assertEquals("f", ((Owner.ById) Read.found(entries.get(6)).owner()).id());
    }

    @Test
    void aUserWhoIsTooLargeIsPassedOver() throws IOException {
        String member = "\"x%d\":\"" + "y".repeat(50_000) + "\",";
        String large = "{"
                + String.join(
                        "", IntStream.range(0, 30).mapToObj(member::formatted).toList()) + "\"id\":\"a\"}";
        List<Entry> entries = Read.all(ProductFormats.kratos(utf8("[" + large + ",{\"id\":\"b\"}]")));
        assertEquals(ProblemType.TOO_LARGE, Read.problem(entries.get(0)).type());
        assertEquals("b", ((Owner.ById) Read.found(entries.get(1)).owner()).id());
    }

    @Test
    void aFileThatBreaksOffKeepsWhatCameBefore() throws IOException {
        for (String rest : List.of("{\"id\":", "{\"id\":\"b\"", "{\"id\":\"b\",\"id\":\"c\"}]", "}", "\u0001")) {
            List<Entry> entries = Read.all(ProductFormats.kratos(utf8("[{\"id\":\"a\"}," + rest)));
            assertEquals("a", ((Owner.ById) Read.found(entries.get(0)).owner()).id());
            assertEquals(
                    ProblemType.MALFORMED_REQUEST, Read.problem(entries.get(1)).type(), rest);
            assertEquals(2, entries.size());
        }
    }

    /** Fifty thousand users in a file that is never held as a whole. */
    @Test
    void aRealmIsReadUserByUser() throws IOException {
        var users = Collections.enumeration(IntStream.range(0, 50_000)
                .mapToObj(number ->
                        (InputStream) utf8((number == 0 ? "{\"users\":[" : ",") + "{\"id\":\"u" + number + "\"}"))
                .toList());
        var reader = ProductFormats.keycloak(new SequenceInputStream(new SequenceInputStream(users), utf8("]}")));
        long number = 0;
        for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
            number++;
            assertEquals(number, Read.found(entry.get()).line());
        }
        assertEquals(50_000, number);
    }

    private static Secret secret(String text) {
        return Secret.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ByteArrayInputStream utf8(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
