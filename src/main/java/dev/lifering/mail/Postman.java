package dev.lifering.mail;

import dev.lifering.mail.CapturedMails.CapturedMail;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Hands mails to the mail server, or shows them in the demo. */
@ApplicationScoped
class Postman {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Pattern DOMAIN = Pattern.compile("@([A-Za-z0-9.-]+)>?$");

    private final Context loop;
    private final ReactiveMailer mailer;
    private final CapturedMails captured;
    private final MailConfig config;
    private final String domain;

    Postman(Vertx vertx, ReactiveMailer mailer, CapturedMails captured, MailConfig config, Config settings) {
        this.loop = vertx.getOrCreateContext();
        this.mailer = mailer;
        this.captured = captured;
        this.config = config;
        this.domain = domain(
                settings.getOptionalValue("quarkus.mailer.from", String.class).orElse(""));
    }

    /** The domain of a sender such as {@code Lifering <security@example.com>}. */
    static String domain(String sender) {
        Matcher domain = DOMAIN.matcher(sender);
        return domain.find() ? domain.group(1) : "lifering";
    }

    /**
     * Delivers the mail, and returns when the mail server has taken it. What it throws, {@link Trouble} explains.
     *
     * @param id makes the Message-ID, so that a mail that is handed over twice is the same mail (RFC 5322 §3.6.4)
     * @param now when it was handed over, for the demo
     */
    void deliver(UUID id, Payload payload, Instant writtenAt, Instant now) {
        if (config.capture()) {
            captured.keep(new CapturedMail(id, payload.to(), payload.subject(), now, payload.text(), payload.html()));
            return;
        }
        Mail mail = new Mail()
                .addTo(payload.to())
                .setSubject(payload.subject())
                .setText(payload.text())
                .setHtml(payload.html())
                .addHeader("Message-ID", "<" + id + "@" + domain + ">")
                .addHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(writtenAt.atOffset(ZoneOffset.UTC)))
                // RFC 3834 §5.1: nobody's absence is answered to us.
                .addHeader("Auto-Submitted", "auto-generated");
        // All on one event loop: between several threads the client may miss an answer, and wait for it in vain.
        Uni.createFrom()
                .deferred(() -> mailer.send(mail))
                .runSubscriptionOn(sending -> loop.runOnContext(started -> sending.run()))
                .await()
                .atMost(TIMEOUT);
    }
}
