package dev.lifering.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.crypto.OneTimeToken;
import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.mail.Delivery.State;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails are kept with the change they tell of, sealed, and forgotten once they are sent. */
@QuarkusTest
class OutboxTest {
    private static final Letter ON = new Letter.SecondFactorEnabled();
    private static final String SUBJECT = "Two-factor authentication is on";

    @Inject
    Outbox outbox;

    @Inject
    Envelopes envelopes;

    @Inject
    MailRows rows;

    @Inject
    MailDelivery delivery;

    @Inject
    Postman postman;

    @Inject
    OldMails oldMails;

    @Inject
    Directory directory;

    @Inject
    Database database;

    @Inject
    MovableTime time;

    Mailbox.Post post;

    private Member linus;
    private Person person;

    @BeforeEach
    void somebody() {
        linus = Tenant.direct(time).user();
        person = directory.person(linus.id()).orElseThrow();
    }

    @Test
    void aMailIsKeptExactlyWhenTheChangeIsKept() {
        QuarkusTransaction.begin();
        UUID undone = outbox.send(person, ON, time.instant()).orElseThrow();
        rows.flush();
        QuarkusTransaction.rollback();
        assertEquals(0, database.count("select count(*) from mail where id = ?", undone));
        assertEquals(
                0, database.count("select count(*) from scheduled_tasks where task_instance = ?", undone.toString()));
        UUID kept = send(ON, time.instant());
        awaitState(kept, State.SENT);
        assertEquals(
                List.of("<" + kept + "@localhost>"),
                post.of(linus).await(SUBJECT, 1).stream()
                        .map(Mailbox.Letter::messageId)
                        .toList());
    }

    @Test
    void withoutAChangeThereIsNoMail() {
        assertThrows(TransactionalException.class, () -> outbox.send(person, ON, time.instant()));
    }

    @Test
    void whoeverHasNoAddressGetsNone() {
        var unreachable = new Person(
                person.id(), person.accountId(), person.pseudonym(), null, "Linus", "en", false, true, false);
        Optional<UUID> mail =
                QuarkusTransaction.requiringNew().call(() -> outbox.send(unreachable, ON, time.instant()));
        assertEquals(Optional.empty(), mail);
    }

    @Test
    void r1_aMailIsSealedWhileItWaitsAndErasedOnceItIsSent() {
        var token = OneTimeToken.draw(new SecureRandom());
        var link = new Letter.RecoveryLink(token, time.instant().plus(Duration.ofHours(1)));
        UUID id = QuarkusTransaction.requiringNew().call(() -> {
            UUID sent = outbox.send(person, link, time.instant()).orElseThrow();
            rows.flush();
            MailEntity row = rows.findById(sent);
            assertEquals(5, row.sealedPayload.split("\\.", -1).length, "compact JWE");
            assertTrue(envelopes.open(sent, row.sealedPayload).text().contains(token.reveal()));
            UUID other = UUID.randomUUID();
            assertThrows(IllegalStateException.class, () -> envelopes.open(other, row.sealedPayload));
            return sent;
        });
        awaitState(id, State.SENT);
        assertEquals(token.reveal(), post.of(linus).newest("Your recovery link").token());
        Map<String, Object> row = database.row("select sealed_payload, payload_key_id from mail where id = ?", id);
        assertTrue(row.values().stream().allMatch(value -> value == null), row.toString());
        assertEquals(Set.of(), database.tablesWith(token.reveal()));
        assertEquals(Map.of(id, new Delivery(id, State.SENT, null)), outbox.deliveries(List.of(id)));
    }

    @Test
    void aMailThatIsHandedOverTwiceIsTheSameMail() throws MessagingException, IOException {
        UUID id = UUID.randomUUID();
        Instant written = time.instant().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        var payload = new Payload(linus.email(), "Größe 二", "text ä", "<p>page ä</p>");
        postman.deliver(id, payload, written, time.instant());
        postman.deliver(id, payload, written, time.instant());
        Mailbox.Letter letter = post.of(linus).newest("Größe 二");
        assertEquals(1, post.of(linus).letters().size());
        MimeMessage message = letter.message();
        for (String once : List.of("Message-ID", "Date", "From", "To", "Subject", "Auto-Submitted")) {
            assertEquals(1, message.getHeader(once).length, once);
        }
        assertEquals("auto-generated", message.getHeader("Auto-Submitted")[0]);
        assertEquals(written, message.getSentDate().toInstant());
        assertTrue(message.isMimeType("multipart/alternative"), message.getContentType());
        assertEquals("text ä", letter.text().strip());
        assertEquals("<p>page ä</p>", letter.html().strip());
    }

    @Test
    void aLinkThatHasExpiredIsNotSentAnyMore() {
        var expired = new Letter.RecoveryLink(OneTimeToken.draw(new SecureRandom()), time.instant());
        UUID late = send(expired, time.instant());
        awaitState(late, State.FAILED);
        assertEquals(
                "The mail server did not take the mail in time.",
                outbox.deliveries(List.of(late)).get(late).problem());
        assertEquals(List.of(), post.of(linus).letters());
    }

    @Test
    void aNoticeThatNothingRanToSendInTimeIsTriedOnce() {
        awaitState(send(ON, time.instant().minus(Duration.ofHours(25))), State.SENT);
        assertEquals(SUBJECT, post.of(linus).newest(SUBJECT).subject());
    }

    @Test
    void x6_erasingAUserErasesTheMailsToHim() {
        UUID id = send(ON, time.instant());
        awaitState(id, State.SENT);
        RestAssured.given()
                .auth()
                .oauth2(Bearer.service())
                .delete("/v1/accounts/" + linus.tenant().id() + "/users/" + linus.id())
                .then()
                .statusCode(204);
        assertEquals(0, database.count("select count(*) from mail where user_id = ?", linus.id()));
        assertEquals(Optional.empty(), delivery.run(id), "work for a mail that is gone is done");
    }

    @Test
    void mailsThatEndedAreForgottenAfterNinetyDays() {
        UUID old = send(ON, time.instant());
        UUID recent = send(ON, time.instant());
        awaitState(old, State.SENT);
        awaitState(recent, State.SENT);
        aged(old, Duration.ofDays(91));
        aged(recent, Duration.ofDays(89));
        oldMails.run();
        assertEquals(Set.of(recent), outbox.deliveries(List.of(old, recent)).keySet());
    }

    @Test
    void mailsAreCountedByKindAndOutcome() {
        awaitState(send(ON, time.instant()), State.SENT);
        String metrics = RestAssured.get("/q/metrics").asString();
        assertTrue(metrics.contains("lifering_mails_total{kind=\"second_factor_enabled\",outcome=\"sent\"}"), metrics);
        assertTrue(metrics.contains("lifering_mails_queued"), metrics);
        assertFalse(metrics.contains(linus.email()));
    }

    private UUID send(Letter letter, Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> outbox.send(person, letter, now).orElseThrow());
    }

    private void awaitState(UUID mail, State state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> state.name()
                        .equals(database.row("select state from mail where id = ?", mail)
                                .get("state")));
    }

    private void aged(UUID mail, Duration age) {
        database.update(
                "update mail set created_at = ? where id = ?",
                Timestamp.from(time.instant().minus(age)),
                mail);
    }
}
