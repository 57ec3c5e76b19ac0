package dev.lifering.console;

import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Mailbox.Letter;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The links in somebody's mails. */
final class Mails {
    private static final Pattern LINK =
            Pattern.compile("/console/(recover#(?:token|repudiation|cancellation)=[\\w-]+)");

    private Mails() {}

    /** The address under /console/ that the newest mail with such a link leads to, once there are so many of them. */
    static String link(Mailbox mailbox, String kind, int count) {
        List<String> links = Awaitility.await(count + " mails with #" + kind)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> links(mailbox, kind), found -> found.size() >= count);
        return links.get(links.size() - 1);
    }

    private static List<String> links(Mailbox mailbox, String kind) {
        return mailbox.letters().stream()
                .map(Letter::text)
                .flatMap(text -> LINK.matcher(text).results().map((MatchResult result) -> result.group(1)))
                .filter(link -> link.contains("#" + kind + "="))
                .toList();
    }
}
