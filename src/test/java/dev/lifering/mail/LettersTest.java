package dev.lifering.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.crypto.OneTimeToken;
import dev.lifering.directory.Person;
import dev.lifering.mail.Letter.Cancellation;
import dev.lifering.mail.Letter.Ending;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every mail in every language is one that people can read and trust. */
@QuarkusTest
class LettersTest {
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ja");
    private static final String EVIL = "<script>alert(1)</script>\" {page} & Co";
    private static final Instant MOMENT = Instant.parse("2026-03-05T17:30:00Z");
    private static final OneTimeToken TOKEN = OneTimeToken.draw(new SecureRandom());

    @Inject
    LetterWriter writer;

    @Test
    void everyKindOfLetterIsAmongTheSamples() {
        Set<String> kinds = Arrays.stream(Letter.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                kinds,
                samples("Linus").values().stream()
                        .map(letter -> letter.getClass().getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyLetterInEveryLanguageIsWhole() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "letters"));
        for (String language : LANGUAGES) {
            for (Map.Entry<String, Letter> sample : samples("Linus Ødegård").entrySet()) {
                Payload mail = write(sample.getValue(), language, "Ada");
                String which = sample.getKey() + " in " + language;
                Files.writeString(folder.resolve(sample.getKey() + "." + language + ".html"), mail.html());
                assertTrue(mail.subject().matches("[^\\p{Cntrl}]{8,80}"), which + ": " + mail.subject());
                assertTrue(mail.text().contains("Ada"), which);
                assertFalse(mail.text().matches("(?s).*(\\{|\\}|NOT_FOUND|msg_).*"), which + ": " + mail.text());
                assertTrue(mail.html().contains("<html lang=\"" + language + "\">"), which);
                assertTrue(mail.html().contains("prefers-color-scheme: dark"), which);
                assertTrue(paragraphs(mail) >= 4, which + " says why, what, and what if it was not you");
            }
        }
    }

    @Test
    void nothingIsLoadedFromElsewhereAndNothingIsTracked() {
        for (Letter letter : samples("Linus").values()) {
            String html = write(letter, "en", "Ada").html();
            for (String remote : List.of("<img", "<script", "<link", "src=", "url(", "@import", "<iframe", "<form")) {
                assertFalse(html.contains(remote), letter.kind() + " holds " + remote);
            }
        }
    }

    @Test
    void namesAreEscapedInPagesAndLeftAloneInPlainText() {
        for (Letter letter : samples(EVIL).values()) {
            Payload mail = write(letter, "en", EVIL);
            assertFalse(mail.html().contains("<script>"), letter.kind());
            assertTrue(mail.html().contains("&lt;script&gt;alert(1)&lt;/script&gt;"), letter.kind());
            assertTrue(mail.text().contains(EVIL), letter.kind());
            assertFalse(mail.subject().contains("script"), letter.kind());
        }
    }

    @Test
    void everyButtonsAddressIsInThePlainTextTooAndItsTokenBehindTheHash() {
        Payload link = write(new Letter.RecoveryLink(TOKEN, MOMENT), "en", "Ada");
        assertTrue(
                link.text().matches("(?s).*http\\S+/console/recover#token=" + TOKEN.reveal() + "\\s.*"), link.text());
        Payload undo = write(new Letter.SecondFactorReset(TOKEN, MOMENT), "en", "Ada");
        assertTrue(undo.text().contains("/console/recover#repudiation=" + TOKEN.reveal()), undo.text());
        Payload stop = write(new Letter.CaseOpened("Bob", new Cancellation(TOKEN)), "en", "Ada");
        assertTrue(stop.text().contains("/console/recover#cancellation=" + TOKEN.reveal()), stop.text());
        Payload asked = write(new Letter.RecoveryRequested("Bob"), "en", "Ada");
        assertTrue(asked.text().contains("/console/users"), asked.text());
    }

    @Test
    void theUsersPageIsTheNeighbourOfThePageThatLinksLeadTo() {
        Map.of(
                        "https://a.example", "https://a.example/users",
                        "https://a.example/", "https://a.example/users",
                        "https://a.example/recover", "https://a.example/users",
                        "https://a.example/console/recover?x=1", "https://a.example/console/users")
                .forEach((page, users) -> assertEquals(
                        users, LetterWriter.neighbour(URI.create(page), "users").toString()));
    }

    @Test
    void x4_aButtonDoesNotPrintTheTokenThatItLeadsWith() {
        var button = new Page.Button("Open", "https://lifering.example.com/recover#token=" + TOKEN.reveal());
        assertFalse(button.toString().contains(TOKEN.reveal()), button.toString());
    }

    @Test
    void momentsAreWrittenInTheReadersLanguageWithTheirZone() {
        Map<String, String> written = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            written.put(
                    language,
                    write(new Letter.LockedOut(MOMENT, false), language, "Ada").text());
        }
        assertTrue(written.get("en").contains("March 5, 2026 at 5:30"), written.get("en"));
        assertTrue(written.get("de").contains("5. März 2026 um 17:30 Uhr UTC"), written.get("de"));
        assertTrue(written.get("fr").contains("5 mars 2026 à 17:30 UTC"), written.get("fr"));
        assertTrue(written.get("es").contains("5 de marzo de 2026, 17:30 UTC"), written.get("es"));
        assertTrue(written.get("ja").contains("2026年3月5日 17:30(UTC)"), written.get("ja"));
        written.forEach((language, text) -> assertTrue(text.contains("UTC"), language));
    }

    @Test
    void aRegionFindsItsLanguageAndAnythingElseEnglish() {
        var letter = new Letter.SecondFactorEnabled();
        assertTrue(write(letter, "de-AT", "Ada").text().startsWith("Hallo Ada"));
        assertTrue(write(letter, "fr_CA", "Ada").text().startsWith("Bonjour Ada"));
        for (String other : Arrays.asList(null, "", "pt-BR", "nonsense!", "x")) {
            assertTrue(write(letter, other, "Ada").text().startsWith("Hello Ada"), other);
        }
        assertTrue(write(letter, "en", null).text().startsWith("Hello,"));
    }

    @Test
    void everyMessageIsTranslatedIntoEveryLanguage() throws IOException {
        Set<String> names = Arrays.stream(MailWords.class.getDeclaredMethods())
                .map(method -> method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String language : LANGUAGES.subList(1, LANGUAGES.size())) {
            var messages = new Properties();
            try (var reader =
                    Files.newBufferedReader(Path.of("src/main/resources/messages/mail_" + language + ".properties"))) {
                messages.load(reader);
            }
            assertEquals(names, new TreeSet<>(messages.stringPropertyNames()), language);
            assertEquals(names.size(), new HashSet<>(messages.values()).size(), "no message twice in " + language);
        }
    }

    @Test
    void fewCodesLeftAskForNewOnes() {
        assertEquals(
                "A backup code was used",
                write(new Letter.BackupCodeUsed("LR-7Q4F", 4), "en", "A").subject());
        assertEquals(
                "Your backup codes are running low",
                write(new Letter.BackupCodeUsed("LR-7Q4F", 3), "en", "A").subject());
    }

    private static long paragraphs(Payload mail) {
        return mail.text().lines().filter(line -> !line.isBlank()).count();
    }

    private Payload write(Letter letter, @Nullable String locale, @Nullable String name) {
        var person = new Person("u-1", "acme", new UUID(0, 1), "a@acme.example", name, locale, false, true, false);
        return writer.write(person, "a@acme.example", letter);
    }

    /** One of each kind, and of each that can be said in several ways, all of them. Each holds the name or the label. */
    private static Map<String, Letter> samples(String name) {
        var samples = new LinkedHashMap<String, Letter>();
        samples.put("link", new Letter.RecoveryLink(TOKEN, MOMENT));
        samples.put("requested", new Letter.RecoveryRequested(name));
        samples.put("enabled", new Letter.SecondFactorEnabled());
        samples.put("switched-off", new Letter.SecondFactorSwitchedOff());
        samples.put("added", new Letter.AuthenticatorAdded(name));
        samples.put("renamed", new Letter.AuthenticatorRenamed(name));
        samples.put("removed", new Letter.AuthenticatorRemoved(name));
        samples.put("codes-replaced", new Letter.BackupCodesReplaced("LR-7Q4F"));
        samples.put("code-used", new Letter.BackupCodeUsed("LR-7Q4F", 7));
        samples.put("codes-low", new Letter.BackupCodeUsed("LR-7Q4F", 2));
        samples.put("locked", new Letter.LockedOut(MOMENT, false));
        samples.put("blocked", new Letter.LockedOut(MOMENT, true));
        samples.put("device-trusted", new Letter.DeviceTrusted(name, MOMENT));
        samples.put("device-replayed", new Letter.DeviceReplayed(name));
        samples.put("reset", new Letter.SecondFactorReset(TOKEN, MOMENT));
        samples.put("others-reset", new Letter.OthersSecondFactorReset(name));
        samples.put("undone", new Letter.ResetUndone());
        samples.put("others-undone", new Letter.OthersResetUndone(name));
        samples.put("case-opened", new Letter.CaseOpened(name, new Cancellation(TOKEN)));
        samples.put("case-approved", new Letter.CaseApproved(name, MOMENT, new Cancellation(TOKEN)));
        for (Ending ending : Ending.values()) {
            samples.put("case-" + ending, new Letter.CaseEnded(name, ending));
        }
        return samples;
    }
}
