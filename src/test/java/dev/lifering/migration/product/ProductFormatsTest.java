package dev.lifering.migration.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.crypto.Secret;
import dev.lifering.directory.PersonDetails;
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
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What JSON files of other products say. */
class ProductFormatsTest {
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
        assertEquals(List.of("recovery-authn-codes"), linus.leftBehind());
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
        assertEquals(List.of("lookup_secret"), ada.leftBehind());
        Entry.Found linus = Read.found(entries.get(1));
        assertEquals(1, linus.leftBehind().size());
        assertFalse(((Owner.ById) linus.owner()).details().active());
        assertEquals(List.of("webauthn"), Read.found(entries.get(2)).leftBehind());
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
        assertEquals(List.of("backup_codes"), Read.found(entries.get(0)).leftBehind());
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
