package dev.lifering.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.testing.Database;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Mails do not get in each other's way. */
@QuarkusTest
class ManyMailsTest {
    private static final int MANY = 100;

    @Inject
    MovableTime time;

    @Inject
    Outbox outbox;

    @Inject
    Directory directory;

    @Inject
    Database database;

    Mailbox.Post post;

    @Test
    void manyMailsAtOnceAllArriveAtTheFirstAttempt() {
        Member member = Tenant.direct(time).user();
        Person person = directory.personOrNotFound(member.id());
        for (int i = 0; i < MANY; i++) {
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.send(person, new Letter.SecondFactorEnabled(), time.instant()));
        }
        assertEquals(
                MANY,
                post.of(member).await("Two-factor authentication is on", MANY).size());
        assertEquals(
                0,
                database.count(
                        "select count(*) from mail where user_id = ? and (attempts > 1 or problem is not null)",
                        member.id()));
    }
}
