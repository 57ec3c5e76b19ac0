package dev.lifering.migration.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Sample;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lines of files say. */
class LineFormatsTest {
    private static final String ADA = "SHA1 6 30 912f44962717ccf52ac20c545c2dc1ebd2e5c363";
    private static final String SHA512_OF_LINUS = "e07f3c7a8d3a0576";

    @Test
    void keyUrisNameTheUserBeforeTheTabOrInTheirLabel() throws IOException {
        List<Entry> entries = Read.all(LineFormats.keyUris(Sample.stream("otpauth.txt")));
        assertEquals(4, entries.size());
        assertEquals(new Owner.ById("ada", null), Read.found(entries.get(0)).owner());
        assertEquals(ADA, Read.told(Read.found(entries.get(0)).apps().get(0)));
        assertEquals(
                new Owner.Named(List.of("linus@tenant.example")),
                Read.found(entries.get(1)).owner());
        String told = Read.told(Read.found(entries.get(1)).apps().get(0));
        assertTrue(told.startsWith("SHA512 8 60 " + SHA512_OF_LINUS), told);
        assertEquals(ProblemType.INVALID_REQUEST, Read.problem(entries.get(2)).type());
        assertEquals(ProblemType.INVALID_REQUEST, Read.problem(entries.get(3)).type());
    }

    @Test
    void anIdThatNoAddressCanHoldIsNone() {
        for (String id : List.of("", ".", "..", "a/b", "x".repeat(256))) {
            Problem problem = assertThrows(Problem.class, () -> new Owner.ById(id, null), id);
            assertEquals(ProblemType.INVALID_REQUEST, problem.type());
        }
        assertEquals("...", new Owner.ById("...", null).id());
    }

    @Test
    void labelsOfKeyUrisAreReadAsAppsReadThem() {
        String rest = "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        assertEquals(
                "a+b@c.example",
                KeyUri.read("otpauth://totp/Big%20Co:a+b%40c.example" + rest).account());
        assertEquals("a@b", KeyUri.read("OTPAUTH://totp/a%40b" + rest).account());
        assertEquals("a@b", KeyUri.read("otpauth://totp/Co:%20a@b" + rest).account());
    }

    @Test
    void whatIsNoKeyUriIsRefusedWithoutShowingIt() {
        for (String uri : List.of(
                "otpauth://totp/a?secret=",
                "otpauth://totp/a?secret=!!!SECRET!!!",
                "otpauth://totp/a?secret=SECRETSECRETSECRETSECRETSECRETSECRET&digits=7",
                "otpauth://totp/a?secret=SECRETSECRETSECRETSECRETSECRETSECRET&digits=six",
                "otpauth://totp/a?secret=SECRETSECRETSECRETSECRETSECRETSECRET&period=0",
                "otpauth://totp/a?secret=SECRETSECRETSECRETSECRETSECRETSECRET&period=3600",
                "otpauth://totp/a?secret=SECRETSECRETSECRETSECRETSECRETSECRET&algorithm=MD5",
                "otpauth://totp/%zz?secret=SECRETSECRETSECRETSECRETSECRETSECRET",
                "otpauth://totp/a",
                "SECRETSECRETSECRETSECRETSECRETSECRET",
                "",
                "https://SECRET")) {
            Problem problem = assertThrows(Problem.class, () -> KeyUri.read(uri), uri);
            assertFalse((problem.getMessage() + problem.members()).contains("SECRET"), uri);
        }
    }

    @Test
    void ofAnExportOfGoogleAuthenticatorOnlyThePlatformsAccountsComeOver() throws IOException {
        List<Entry> entries = Read.all(LineFormats.googleExports(Sample.stream("google-authenticator.txt"), "Acme"));
        assertEquals(4, entries.size());
        assertEquals(new Owner.ById("ada", null), Read.found(entries.get(0)).owner());
        assertEquals(
                List.of(ADA),
                Read.found(entries.get(0)).apps().stream().map(Read::told).toList());
        assertEquals(
                new Owner.Named(List.of("linus@tenant.example")),
                Read.found(entries.get(1)).owner());
        String told = Read.told(Read.found(entries.get(1)).apps().get(0));
        assertTrue(told.startsWith("SHA512 8 30 " + SHA512_OF_LINUS), told);
        assertEquals("eve", ((Entry.Refused) entries.get(2)).id());
        assertEquals(ProblemType.INVALID_REQUEST, Read.problem(entries.get(3)).type());
    }

    @Test
    void brokenExportsOfGoogleAuthenticatorAreRefused() throws IOException {
        String lines = String.join(
                "\n",
                "otpauth-migration://offline",
                "otpauth-migration://offline?data=%25%25",
                "otpauth-migration://offline?data=Cv%2F%2F%2F%2F8P",
                "otpauth-migration://offline?data=%2F%2F%2F%2F%2F%2F%2F%2F%2F%2F%2F%2F",
                "otpauth://totp/a");
        for (Entry entry : Read.all(LineFormats.googleExports(utf8(lines), "Acme"))) {
            assertEquals(ProblemType.MALFORMED_REQUEST, Read.problem(entry).type(), entry.toString());
        }
    }

    @Test
    void tokensOfPrivacyIdeaAreFoundByLoginOrAddress() throws IOException {
        List<Entry> entries = Read.all(LineFormats.privacyIdeaTokens(Sample.stream("privacyidea-tokens.csv")));
        assertEquals(5, entries.size());
        assertEquals(
                new Owner.Named(List.of("ada", "ada@acme")),
                Read.found(entries.get(0)).owner());
        assertEquals(ADA, Read.told(Read.found(entries.get(0)).apps().get(0)));
        assertEquals("TOTP0001A2B3", Read.found(entries.get(0)).apps().get(0).label());
        String told = Read.told(Read.found(entries.get(1)).apps().get(0));
        assertTrue(told.startsWith("SHA1 8 60 469f9b6c1d6ca80a"), told);
        assertEquals(List.of("hotp"), Read.found(entries.get(2)).leftBehind());
        assertEquals(ProblemType.NOT_FOUND, Read.problem(entries.get(3)).type());
        assertTrue(Read.told(Read.found(entries.get(4)).apps().get(0)).startsWith("SHA1 6 30 "));
    }

    @Test
    void whatIsNoTokenOfPrivacyIdeaIsRefused() throws IOException {
        String lines = "ada@acme, S, zz, totp, 6, 30\nada@acme, S, 00112233445566778899, totp, 6, 30\nada\n"
                + "ada@acme, S, 00112233445566778899aabbccddeeff, totp, 6, soon\n";
        for (Entry entry : Read.all(LineFormats.privacyIdeaTokens(utf8(lines)))) {
            assertTrue(entry instanceof Entry.Refused, entry.toString());
        }
    }

    @Test
    void aLineThatCannotBeReadHoldsUpNoOther() throws IOException {
        byte[] lines = ("\n" + "x".repeat(20_000)
                        + "\n \nada\totpauth://totp/a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
                .getBytes(StandardCharsets.UTF_8);
        List<Entry> entries = Read.all(LineFormats.keyUris(new ByteArrayInputStream(lines)));
        assertEquals(ProblemType.TOO_LARGE, Read.problem(entries.get(0)).type());
        assertEquals(2, entries.get(0).line());
        assertEquals(4, Read.found(entries.get(1)).line());
    }

    @Test
    void labelsStayOnOneLineAndWithinTheirLength() {
        assertEquals("Authenticator app", Labels.of(null));
        assertEquals("Authenticator app", Labels.of(" \n\u202e"));
        assertEquals("Ada’s phone", Labels.of("Ada’s\u0000 phone\n"));
        assertEquals(100, Labels.of("x".repeat(500)).length());
    }

    private static ByteArrayInputStream utf8(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
