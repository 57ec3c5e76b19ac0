package dev.lifering.webhook.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "200,true,false",
        "202,true,false",
        "204,true,false",
        "299,true,false",
        "301,false,false",
        "302,false,false",
        "304,false,false",
        "307,false,false",
        "400,false,false",
        "404,false,false",
        "410,false,true",
        "500,false,false",
        "503,false,false"
    })
    void only2xxTakesAMessage(int status, boolean taken, boolean gone) {
        Reply reply = Reply.of(status, null, NOW);
        assertEquals(taken, reply.isTaken());
        assertEquals(gone, reply.isGone());
    }

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "0, PT0S",
        "'Thu, 01 Jan 2026 00:10:00 GMT', PT10M",
        "999999999999999999999, ",
        "-5, ",
        "soon, ",
        "'Wed, 31 Dec 2025 23:00:00 GMT', ",
    })
    void rfc9110_10_2_3_aWaitIsSecondsOrADate(String header, Duration wait) {
        assertEquals(wait, Reply.of(429, header, NOW).retryAfter());
        assertEquals(wait, Reply.of(503, header, NOW).retryAfter());
    }

    @Test
    void otherStatusesDoNotAskForTime() {
        assertNull(Reply.of(500, "120", NOW).retryAfter());
        assertNull(Reply.of(302, "120", NOW).retryAfter());
    }
}
