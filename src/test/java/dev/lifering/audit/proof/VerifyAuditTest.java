package dev.lifering.audit.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.crypto.KeySet;
import dev.lifering.crypto.SignedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code verify-audit} finds every way to change an export, and says where. */
class VerifyAuditTest {
    private static final KeySet KEYS = SealedFile.keys();

    @TempDir
    static Path folder;

    private static Path jwks;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final SealedFile file = SealedFile.signedWith(KEYS);

    @BeforeAll
    static void publicKeys() throws IOException {
        jwks = Files.writeString(folder.resolve("jwks.json"), KEYS.publicJwksJson());
    }

    @Test
    void anExportThatNobodyTouchedIsIntact() {
        assertEquals(0, check(file), this::told);
        assertTold("Of account acme: 3 seals, 9 events as they were sealed, up to 2026-01-15T08:10:00Z.");
        assertTold("Not sealed yet, so that nothing is proven of them: 1 events, the first in the file, the oldest of"
                + " 2026-01-15T08:10:00Z.");
        assertTold("INTACT");
    }

    @Test
    void theKeySetOfTheServiceServesAsWellAsItsPublicPart() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys.json"), KEYS.toJson());
        assertEquals(0, run(file.in(folder).toString(), "--keys", keys.toString()), this::told);
    }

    @Test
    void howTheJsonIsWrittenDownDoesNotMatter() {
        String line = file.line(7);
        file.replace(
                7, "{ \"type\" : \"verification\", " + line.substring(1).replace(",\"type\":\"verification\"", ""));
        assertEquals(0, check(file), this::told);
    }

    @Test
    void aChangedFieldNamesItsEvent() {
        file.replace(7, file.line(7).replace("login-service", "login-servant"));
        assertBroken(file, 1, 7, 6, "was changed after it was sealed (seal 2)");
    }

    @Test
    void anAddedOrRemovedFieldNamesItsEvent() {
        file.replace(4, file.line(4).replace("{", "{\"reason\":\"wrong\","));
        assertBroken(file, 1, 4, 8, "was changed");
        SealedFile other = SealedFile.signedWith(KEYS);
        other.replace(4, other.line(4).replace("\"outcome\":\"success\",", ""));
        assertBroken(other, 1, 4, 8, "was changed");
    }

    @Test
    void aDroppedEventIsNamed() {
        assertBroken(file.drop(8, 8), 1, 8, 5, "is missing: seal 2 lists it here");
    }

    @Test
    void theLastEventOfASealIsMissedToo() {
        assertBroken(file.drop(9, 9), 1, 9, 4, "is missing: seal 2");
        assertBroken(SealedFile.signedWith(KEYS).drop(13, 13), 1, 13, 1, "is missing: seal 1");
    }

    @Test
    void allEventsOfASealThatAreGoneAreMissed() {
        assertBroken(file.drop(7, 9), 3, 7, 6, "is missing");
    }

    @Test
    void eventsInAnotherOrderAreNamed() {
        String newer = file.line(7);
        file.replace(7, file.line(8)).replace(8, newer);
        assertBroken(file, 1, 8, 6, "is out of order, others stand before it");
    }

    @Test
    void eventsSwappedBetweenSealsAreNamed() {
        String newer = file.line(5);
        file.replace(5, file.line(7)).replace(7, newer);
        assertEquals(1, check(file));
        assertTold("first of all\n  line 5: event " + SealedFile.id(7) + " is missing: seal 3 lists it here\n");
    }

    @Test
    void anAddedEventIsNamed() {
        var event = SealedFile.event("acme", 5);
        String added = event.json().replace(SealedFile.id(5), SealedFile.id(5).substring(0, 35) + "f");
        assertEquals(1, check(file.insert(8, added)), this::told);
        assertTold("  line 8: event " + SealedFile.id(5).substring(0, 35) + "f was added: seal 2");
    }

    @Test
    void anEventThatIsThereTwiceIsNamed() {
        assertBroken(file.insert(8, file.line(7)), 1, 8, 6, "is out of order or there twice");
    }

    @Test
    void anEventFromBeforeTheLastSealIsNotTakenForOneThatIsNotSealedYet() {
        assertEquals(1, check(file.insert(2, SealedFile.event("acme", 5).json())), this::told);
        assertTold("line 2: event " + SealedFile.id(5) + " stands before seal 3");
    }

    @Test
    void aDroppedSealIsMissed() {
        assertEquals(1, check(file.drop(6, 6)));
        assertTold("  line 6: event " + SealedFile.id(6) + " and 2 more are in no seal");
        assertTold("  line 9: seal 2 is missing between seal 3 and seal 1");
    }

    @Test
    void aSealThatIsDroppedWithItsEventsIsMissed() {
        assertEquals(1, check(file.drop(6, 9)));
        assertTold("first of all\n  line 6: seal 2 is missing between seal 3 and seal 1\n");
    }

    @Test
    void sealsInAnotherOrderAreFound() {
        var swapped = new ArrayList<String>();
        for (int line : List.of(1, 6, 7, 8, 9, 2, 3, 4, 5, 10, 11, 12, 13)) {
            swapped.add(file.line(line));
        }
        assertEquals(1, check(new SealedFile(swapped)));
        assertTold("seal 3 is out of order: it stands below seal 2");
    }

    @Test
    void aForeignKeyIsRefused() {
        assertEquals(1, check(SealedFile.signedWith(SealedFile.keys())), this::told);
        assertTold("first of all\n  line 2: seal 3 is not signed by a key that was given");
        assertTold("BROKEN: 3 things");
    }

    @Test
    void aForeignKeyUnderTheNameOfOursIsRefused() {
        KeySet foreign = SealedFile.keys();
        KeySet disguised = KeySet.parse(foreign.toJson()
                .replace(foreign.signingKey().keyId(), KEYS.signingKey().keyId()));
        assertEquals(1, check(SealedFile.signedWith(disguised)), this::told);
        assertTold("line 2: seal 3 is not signed by a key that was given");
    }

    @Test
    void aChainThatWasSignedAgainInTheMiddleIsNotTheOneThatWasContinued() {
        SealedFile again = SealedFile.signedWith(KEYS);
        assertEquals(1, check(file.replace(6, again.line(6))), this::told);
        assertTold("line 6: seal 2 is not the one that seal 3 was put behind");
        assertTold("line 10: seal 1 is not the one that seal 2 was put behind");
    }

    @Test
    void anEditedSignatureIsFound() {
        String seal = file.line(6);
        int symbol = seal.length() - 20;
        char other = seal.charAt(symbol) == 'A' ? 'B' : 'A';
        assertEquals(1, check(file.replace(6, seal.substring(0, symbol) + other + seal.substring(symbol + 1))));
        assertTold("first of all\n  line 6: seal 2 is not signed by a key that was given");
    }

    @Test
    void anEditedListIsFound() {
        file.replace(
                6,
                file.line(6).replace(SealedFile.event("acme", 5).fingerprint().sha256(), "A".repeat(43)));
        assertEquals(1, check(file));
        assertTold("first of all\n  line 6: the list of seal 2 is not the one that was signed");
    }

    @Test
    void sealsOfAnotherAccountAreRefused() {
        SealedFile other = SealedFile.of("umbrella", KEYS, KEYS, KEYS);
        for (int line = 6; line <= 9; line++) {
            file.replace(line, other.line(line));
        }
        assertEquals(1, check(file));
        assertTold("first of all\n  line 6: seal 2 is of another account than seal 3");
    }

    @Test
    void whatIsNoLineOfAnExportIsNamed() {
        for (String line : List.of("", "[]", "{", "{\"id\":\"1-1-1-1-1\"}", "{\"seal\":\"x.y.z\",\"events\":[]}")) {
            out.reset();
            assertEquals(1, check(SealedFile.signedWith(KEYS).insert(9, line)), line);
            assertTold("first of all\n  line 9: this is no event and no seal: ");
        }
    }

    @Test
    void anAssertionIsNoSeal() {
        String assertion = SignedText.sign(KEYS.signingKey(), "JWT", "{\"sub\":\"ada\"}");
        assertEquals(1, check(file.replace(6, "{\"events\":[],\"seal\":\"" + assertion + "\"}")));
        assertTold("first of all\n  line 6: this is no event and no seal: a JWS for something else");
    }

    @Test
    void afterARotationTheKeysBeforeStillVerify() throws IOException {
        KeySet rotated = KEYS.rotated(new SecureRandom(), Instant.parse("2026-01-16T00:00:00Z"));
        Path keys = Files.writeString(folder.resolve("rotated.json"), rotated.publicJwksJson());
        SealedFile across = SealedFile.of("acme", KEYS, KEYS, rotated);
        assertEquals(0, run(across.in(folder).toString(), "--keys", keys.toString()), this::told);
    }

    @Test
    void whatRetentionHasTakenLeavesAChainThatBeginsLater() {
        assertEquals(0, check(file.drop(10, 13)), this::told);
        assertTold("The file begins with seal 2, at 2026-01-15T08:04:00Z: what was before is not in it.");
    }

    @Test
    void aFileThatEndsTooEarlyShowsOnlyAgainstARememberedSeal() {
        assertEquals(0, check(file));
        String remembered = told().replaceAll("(?s).*The last seal is (3:[A-Za-z0-9_-]{43})\\. Remember.*", "$1");
        assertEquals(0, check(file, "--expect-seal", remembered), this::told);
        SealedFile shortened = SealedFile.signedWith(KEYS).drop(1, 5);
        assertEquals(0, check(shortened));
        assertEquals(1, check(shortened, "--expect-seal", remembered));
        assertTold("seal 3, which was remembered, is not in the file; its newest is seal 2");
        assertEquals(1, check(SealedFile.signedWith(KEYS), "--expect-seal", remembered));
        assertTold("line 2: seal 3 is not the one that was remembered");
    }

    @Test
    void withoutKeysOrWithoutSealsNothingIsProven() {
        assertEquals(2, run(file.in(folder).toString()));
        assertTold("UNPROVEN: the chain fits, but without --keys no signature was checked");
        assertEquals(1, run(SealedFile.signedWith(KEYS).drop(8, 8).in(folder).toString()));
        out.reset();
        assertEquals(2, check(SealedFile.signedWith(KEYS).drop(2, 13)));
        assertTold("UNPROVEN: there is no seal in the file");
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatCannotBeReadIsSaidInOneLine() throws IOException {
        assertEquals(2, check(folder.resolve("nowhere")));
        assertEquals(
                "verify-audit: " + folder.resolve("nowhere") + " cannot be read (NoSuchFileException)",
                err.toString(StandardCharsets.UTF_8).strip());
        err.reset();
        assertEquals(2, run(file.in(folder).toString(), "--keys", "/nowhere.json"));
        assertEquals(1, err.toString(StandardCharsets.UTF_8).lines().count());
        err.reset();
        Path endless = Files.write(folder.resolve("endless"), new byte[3 << 20]);
        assertEquals(2, check(endless));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("TooLongLine"));
    }

    @Test
    void anythingElseExplainsTheUse() {
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("--keys", "a", "b"),
                List.of("a", "--keys"),
                List.of("a", "--keys", "b", "--keys", "c"),
                List.of("a", "--expect-seal", "3"),
                List.of("a", "--other", "b"))) {
            err.reset();
            assertEquals(2, run(wrong.toArray(String[]::new)));
            assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("Usage: verify-audit FILE"), wrong.toString());
        }
    }

    /** The first thing that is wrong is said of the event with this number, on this line. */
    private void assertBroken(SealedFile tampered, int count, int line, int event, String what) {
        out.reset();
        assertEquals(1, check(tampered), this::told);
        assertTold("BROKEN: " + count + (count == 1 ? " thing is" : " things are") + " wrong, first of all\n  line "
                + line + ": event " + SealedFile.id(event) + " " + what);
    }

    private void assertTold(String text) {
        assertTrue(told().contains(text), this::told);
    }

    private String told() {
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private int check(SealedFile checked, String... more) {
        return check(checked.in(folder), more);
    }

    private int check(Path checked, String... more) {
        var args = new ArrayList<>(List.of(checked.toString(), "--keys", jwks.toString()));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private int run(String... args) {
        return new VerifyAudit(printer(out), printer(err)).run(List.of(args));
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
