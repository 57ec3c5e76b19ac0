package dev.lifering.recovery.link;

import dev.lifering.crypto.Ids;
import dev.lifering.crypto.OneTimeToken;
import dev.lifering.directory.Person;
import dev.lifering.mail.Delivery;
import dev.lifering.mail.Letter;
import dev.lifering.mail.Outbox;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The recovery links of users. Changing calls join the transaction of their use case, which holds the user's standing. */
@ApplicationScoped
public class RecoveryLinks {
    /** NIST SP 800-63B-4 §4.2.1.2: the longest that a mailed code may live. Nobody chose the hour that a case ends at. */
    private static final Duration LIFETIME_FROM_SUPPORT = Duration.ofDays(1);

    private final RecoveryLinkRows rows;
    private final Outbox outbox;
    private final Ids ids;
    private final SecureRandom random;

    RecoveryLinks(RecoveryLinkRows rows, Outbox outbox, Ids ids, SecureRandom random) {
        this.rows = rows;
        this.outbox = outbox;
        this.ids = ids;
        this.random = random;
    }

    /** Who has a link sent, and why. */
    record Origin(
            @Nullable UUID admin,
            @Nullable UUID supportCase,
            @Nullable String reason) {}

    /**
     * Rule S2: mails the link that a support case ends with. It lives 24 hours, and takes the place of one that is live.
     *
     * @return its id; empty for a user without an e-mail address
     */
    @Transactional(TxType.MANDATORY)
    public Optional<UUID> sendForCase(Person person, UUID supportCase, Instant now) {
        return mail(person, new Origin(null, supportCase, null), LIFETIME_FROM_SUPPORT, now)
                .map(link -> link.id);
    }

    /** The live link of each of these users. */
    public Map<String, OpenLink> open(Collection<String> userIds, Instant now) {
        List<RecoveryLinkEntity> live = rows.live(userIds, now);
        Map<UUID, Delivery> deliveries = deliveries(live);
        return live.stream()
                .collect(Collectors.toMap(
                        link -> link.userId,
                        link -> new OpenLink(link.id, state(link, deliveries, now), link.expiresAt)));
    }

    /** The link with this token, in whatever state. */
    public Optional<FoundLink> find(String token, Instant now) {
        return rows.withToken(OneTimeToken.hashOf(token))
                .map(link -> new FoundLink(
                        link.id,
                        link.userId,
                        link.sentTo,
                        link.expiresAt,
                        state(link, deliveries(List.of(link)), now)));
    }

    /** Uses the link up. True for exactly one of those who try, and only while it is live. */
    @Transactional(TxType.MANDATORY)
    public boolean redeem(UUID id, Instant now) {
        return rows.end(id, LinkState.REDEEMED, now);
    }

    /** Takes back whatever is live. */
    @Transactional(TxType.MANDATORY)
    public void revokeAll(Person person, Instant now) {
        rows.unended(person.id()).ifPresent(link -> rows.end(link.id, LinkState.REVOKED, now));
    }

    /** The refusal of a link in this state. */
    public static Problem notLive(LinkState state) {
        return ProblemType.LINK_NOT_LIVE.because(state.explanation()).state(state.wireName());
    }

    /** Draws a token, mails it, and keeps its hash. The token is nowhere else, not even in what this gives back. */
    Optional<RecoveryLinkEntity> mail(Person person, Origin origin, Duration lifetime, Instant now) {
        String email = person.email();
        if (email == null) {
            return Optional.empty();
        }
        rows.endAll(person.id(), now);
        OneTimeToken token = OneTimeToken.draw(random);
        var link = new RecoveryLinkEntity();
        link.id = ids.next();
        link.userId = person.id();
        link.tokenHash = token.hash();
        link.sentTo = MaskedAddress.of(email);
        link.requestedBy = origin.admin();
        link.supportCaseId = origin.supportCase();
        link.reason = origin.reason();
        link.createdAt = now;
        link.expiresAt = now.plus(lifetime);
        return outbox.send(person, new Letter.RecoveryLink(token, link.expiresAt), now)
                .map(mail -> {
                    link.mailId = mail;
                    rows.persist(link);
                    return link;
                });
    }

    Map<UUID, Delivery> deliveries(List<RecoveryLinkEntity> links) {
        return outbox.deliveries(links.stream().map(link -> link.mailId).toList());
    }

    static LinkState state(RecoveryLinkEntity link, Map<UUID, Delivery> deliveries, Instant now) {
        Delivery delivery = deliveries.get(link.mailId);
        Delivery.State mail = delivery == null ? Delivery.State.SENT : delivery.state();
        return LinkState.of(link.endedAs, link.expiresAt, mail, now);
    }
}
