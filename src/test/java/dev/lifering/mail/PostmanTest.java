package dev.lifering.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PostmanTest {

    @Test
    void theDomainOfTheSenderMakesMessageIdsUnique() {
        assertEquals("example.com", Postman.domain("security@example.com"));
        assertEquals("mail.example.com", Postman.domain("Security @ Example <security@mail.example.com>"));
        assertEquals("lifering", Postman.domain("nobody"));
    }
}
