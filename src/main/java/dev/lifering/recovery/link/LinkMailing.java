package dev.lifering.recovery.link;

import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.http.Cursor;
import dev.lifering.http.Page;
import dev.lifering.mail.Delivery;
import dev.lifering.problem.ProblemType;
import dev.lifering.recovery.link.RecoveryLinks.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mails links for administrators within the limit, and shows what became of them. */
@ApplicationScoped
class LinkMailing {
    private final RecoveryConfig config;
    private final RecoveryLinks links;
    private final RecoveryLinkRows rows;
    private final Directory directory;

    LinkMailing(RecoveryConfig config, RecoveryLinks links, RecoveryLinkRows rows, Directory directory) {
        this.config = config;
        this.links = links;
        this.rows = rows;
        this.directory = directory;
    }

    /** Mails a link, or refuses as {@code too-many-links} or {@code email-missing}. */
    RecoveryLinkEntity mail(Person person, Origin origin, Instant now) {
        SendLimit.refuseTooMany(rows.madeSince(person.id(), now.minus(SendLimit.SPAN)), now);
        return links.mail(person, origin, config.linkLifetime(), now)
                .orElseThrow(() -> ProblemType.EMAIL_MISSING.because("The directory has no address of this user."));
    }

    RecoveryLinkView view(RecoveryLinkEntity link, Instant now) {
        return views(List.of(link), now).get(0);
    }

    LinkState state(RecoveryLinkEntity link, Instant now) {
        return RecoveryLinks.state(link, links.deliveries(List.of(link)), now);
    }

    Page<RecoveryLinkView> page(Person person, @Nullable String cursor, int limit, Instant now) {
        List<RecoveryLinkEntity> found = rows.of(person.id(), Cursor.before(cursor), limit + 1);
        List<RecoveryLinkEntity> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Cursor.of(shown.get(limit - 1).id.toString()) : null;
        return new Page<>(views(shown, now), next);
    }

    private List<RecoveryLinkView> views(List<RecoveryLinkEntity> shown, Instant now) {
        Map<UUID, Delivery> deliveries = links.deliveries(shown);
        Map<UUID, String> names = directory.userIds(shown.stream()
                .map(link -> link.requestedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return shown.stream()
                .map(link -> RecoveryLinkView.of(link, deliveries, names, now))
                .toList();
    }
}
