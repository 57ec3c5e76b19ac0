package dev.lifering.demo;

import dev.lifering.mail.CapturedMails.CapturedMail;
import java.time.Instant;
import java.util.UUID;

/** A mail of the demo. */
public record DemoMailView(UUID id, String to, String subject, Instant sentAt, String text) {

    static DemoMailView of(CapturedMail mail) {
        return new DemoMailView(mail.id(), mail.to(), mail.subject(), mail.sentAt(), mail.text());
    }

    /** Never shows what may hold a token. */
    @Override
    public String toString() {
        return "DemoMailView[" + id + "]";
    }
}
