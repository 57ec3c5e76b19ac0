package dev.lifering.mail;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.mail.CapturedMails.CapturedMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The demo shows its mails. */
@QuarkusTest
class CapturedMailsTest {
    private static final Instant MOMENT = Instant.parse("2026-03-05T17:30:00Z");
    private static final String PAGE = "<!DOCTYPE html><title>Hello</title><p style=\"color:red\">Hello</p>";

    @Inject
    CapturedMails captured;

    @Test
    void theListIsNewestFirstAndMayAskForOneAddress() {
        String address = address();
        UUID older = keep(address, "Older");
        UUID newer = keep(address, "Newer");
        keep(address(), "Somebody else's");
        given().queryParam("to", address.toUpperCase(Locale.ROOT))
                .get("/demo/mails")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .header("Cache-Control", is("no-store"))
                .body("id", is(List.of(newer.toString(), older.toString())))
                .body("[0].to", is(address))
                .body("[0].subject", is("Newer"))
                .body("[0].sentAt", is("2026-03-05T17:30:00Z"))
                .body("[0].text", is("text"));
    }

    @Test
    void peopleGetAPageThatLeadsToEachMail() {
        String address = address();
        UUID id = keep(address, "<b>Loud</b>");
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .queryParam("to", address)
                .get("/demo/mails")
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .body(containsString("/demo/mails/" + id))
                .body(containsString("&lt;b&gt;Loud&lt;/b&gt;"))
                .body(not(containsString("<b>")));
    }

    @Test
    void aMailIsShownAsItIsAndMayLoadAndRunNothing() {
        UUID id = keep(address(), "Hello");
        String policy = given().get("/demo/mails/" + id)
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .body(is(PAGE))
                .extract()
                .header("Content-Security-Policy");
        assertTrue(policy.contains("default-src 'none'"), policy);
        assertFalse(policy.contains("script-src"), policy);
    }

    @Test
    void anUnknownMailIsNotFound() {
        given().get("/demo/mails/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void theSameMailIsKeptOnceAndNoMoreThanTwoHundredAreKept() {
        var few = new CapturedMails();
        List<CapturedMail> mails = IntStream.rangeClosed(1, 201)
                .mapToObj(number -> mail(UUID.randomUUID(), address(), "Mail " + number))
                .toList();
        few.keep(mails.get(0));
        few.keep(mails.get(0));
        assertEquals(1, few.newest().size());
        mails.subList(1, 201).forEach(few::keep);
        assertEquals(200, few.newest().size());
        assertEquals("Mail 201", few.newest().get(0).subject());
        assertTrue(few.one(mails.get(0).id()).isEmpty());
    }

    private UUID keep(String to, String subject) {
        UUID id = UUID.randomUUID();
        captured.keep(mail(id, to, subject));
        return id;
    }

    private static CapturedMail mail(UUID id, String to, String subject) {
        return new CapturedMail(id, to, subject, MOMENT, "text", PAGE);
    }

    private static String address() {
        return UUID.randomUUID() + "@acme.example";
    }
}
