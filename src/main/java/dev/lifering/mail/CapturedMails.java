package dev.lifering.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The latest mails of the demo, in memory. */
@ApplicationScoped
public class CapturedMails {
    private static final int MOST = 200;

    private final Deque<CapturedMail> mails = new ArrayDeque<>();

    CapturedMails() {}

    /** A mail that was not sent. */
    public record CapturedMail(UUID id, String to, String subject, Instant sentAt, String text, String html) {

        /** Never shows what may hold a token. */
        @Override
        public String toString() {
            return "CapturedMail[" + id + "]";
        }
    }

    /** Newest first. */
    public synchronized List<CapturedMail> newest() {
        var newest = new ArrayList<>(mails);
        Collections.reverse(newest);
        return newest;
    }

    public synchronized Optional<CapturedMail> one(UUID id) {
        return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    synchronized void keep(CapturedMail mail) {
        mails.removeIf(kept -> kept.id().equals(mail.id()));
        mails.addLast(mail);
        if (mails.size() > MOST) {
            mails.removeFirst();
        }
    }
}
