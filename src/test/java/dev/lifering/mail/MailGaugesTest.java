package dev.lifering.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.micrometer.core.instrument.Tags;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a transaction that nobody sees, so that all mails there are are the test's. */
@QuarkusTest
class MailGaugesTest {
    private static final Letter ON = new Letter.SecondFactorEnabled();

    @Inject
    QueuedMails queued;

    @Inject
    OldestMail oldest;

    @Inject
    Outbox outbox;

    @Inject
    MailRows rows;

    @Inject
    Directory directory;

    @Inject
    MovableTime time;

    private Person person;

    @BeforeEach
    void noMails() {
        person = directory.person(Tenant.direct(time).user().id()).orElseThrow();
        QuarkusTransaction.begin();
        rows.deleteAll();
    }

    @AfterEach
    void asItWas() {
        QuarkusTransaction.rollback();
    }

    @Test
    void withoutMailsNobodyWaits() {
        assertEquals(Map.of(Tags.empty(), 0.0), queued.read());
        assertEquals(Map.of(), oldest.read());
    }

    @Test
    void theOldestThatWaitsCounts() {
        outbox.send(person, ON, time.instant().minus(Duration.ofSeconds(90)));
        outbox.send(person, ON, time.instant().minus(Duration.ofSeconds(5)));
        assertEquals(Map.of(Tags.empty(), 2.0), queued.read());
        assertEquals(90.0, oldest.read().get(Tags.empty()), 60.0);
    }

    @Test
    void whatWasSentWaitsNoMore() {
        outbox.send(person, ON, time.instant().minus(Duration.ofSeconds(90)));
        rows.flush();
        rows.update(
                "state = ?1, sealedPayload = null, payloadKeyId = null, endedAt = ?2",
                Delivery.State.SENT,
                time.instant());
        assertEquals(Map.of(Tags.empty(), 0.0), queued.read());
        assertEquals(Map.of(), oldest.read());
    }
}
