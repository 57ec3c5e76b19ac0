package dev.lifering.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** Somebody's mails, as a mail server got them. */
public final class Mailbox {
    private static final Pattern TOKEN = Pattern.compile("#(?:token|repudiation|cancellation)=([A-Za-z0-9_-]{43})\\b");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final GreenMail server;
    private final String address;

    private Mailbox(GreenMail server, String address) {
        this.server = server;
        this.address = address;
    }

    /** The mail server, for a field of a test. */
    public record Post(GreenMail server) {

        public Mailbox of(Member member) {
            return of(member.email());
        }

        public Mailbox of(String address) {
            return new Mailbox(server, address);
        }
    }

    /** One mail; a repetition with the same Message-ID is the same mail. */
    public record Letter(String messageId, String subject, String text, String html, MimeMessage message) {

        /** What stands behind {@code #token=} or its like in the link. */
        public String token() {
            Matcher found = TOKEN.matcher(text);
            if (!found.find()) {
                throw new AssertionError("no link with a token in: " + text);
            }
            return found.group(1);
        }

        @Override
        public String toString() {
            return subject;
        }
    }

    /** What has arrived so far, oldest first. */
    public List<Letter> letters() {
        var letters = new LinkedHashMap<String, Letter>();
        for (MimeMessage message : server.getReceivedMessages()) {
            // All tests share the server: reading everybody's mails, again and again, would take a while.
            if (isTo(message)) {
                Letter letter = read(message);
                letters.putIfAbsent(letter.messageId(), letter);
            }
        }
        return List.copyOf(letters.values());
    }

    /** The newest mail with this subject, once one is there. */
    public Letter newest(String subject) {
        return await(subject, 1).stream().reduce((older, newer) -> newer).orElseThrow();
    }

    /** The mails with this subject, once there are so many. */
    public List<Letter> await(String subject, int count) {
        Awaitility.await("mail '" + subject + "' to " + address)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> with(subject).size() >= count);
        return with(subject);
    }

    /** The subjects so far. */
    public List<String> subjects() {
        return letters().stream().map(Letter::subject).toList();
    }

    private List<Letter> with(String subject) {
        return letters().stream()
                .filter(letter -> letter.subject().equals(subject))
                .toList();
    }

    private boolean isTo(MimeMessage message) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().equalsIgnoreCase(address));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static Letter read(MimeMessage message) {
        try {
            var texts = new ArrayList<String>();
            var pages = new ArrayList<String>();
            collect(message, texts, pages);
            return new Letter(
                    message.getMessageID(),
                    message.getSubject(),
                    String.join("", texts),
                    String.join("", pages),
                    message);
        } catch (MessagingException | IOException e) {
            throw new AssertionError(GreenMailUtil.getWholeMessage(message), e);
        }
    }

    private static void collect(Part part, List<String> texts, List<String> pages)
            throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            texts.add(part.getContent().toString());
        } else if (part.isMimeType("text/html")) {
            pages.add(part.getContent().toString());
        } else if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                collect(inner, texts, pages);
            }
        }
    }
}
