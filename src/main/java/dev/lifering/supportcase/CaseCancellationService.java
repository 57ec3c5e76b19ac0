package dev.lifering.supportcase;

import dev.lifering.access.Actor;
import dev.lifering.audit.Doer;
import dev.lifering.crypto.OneTimeToken;
import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.recovery.link.OpenLink;
import dev.lifering.recovery.link.RecoveryLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stops support cases, for agents and for whoever got a notice (rule S2). */
@ApplicationScoped
class CaseCancellationService {
    private final Matters matters;
    private final Cancellations cancellations;
    private final Directory directory;
    private final RecoveryLinks links;
    private final CaseProgress progress;
    private final CaseTrail trail;
    private final InstantSource clock;

    CaseCancellationService(
            Matters matters,
            Cancellations cancellations,
            Directory directory,
            RecoveryLinks links,
            CaseProgress progress,
            CaseTrail trail,
            InstantSource clock) {
        this.matters = matters;
        this.cancellations = cancellations;
        this.directory = directory;
        this.links = links;
        this.progress = progress;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    CaseStateView cancel(Actor agent, UUID caseId, @Nullable String reason) {
        return cancel(matters.lockOrNotFound(caseId), Doer.support(agent), reason);
    }

    /**
     * Stops the case that the notice with this token told of.
     *
     * @param caseId the case that it must be; null for whichever it is
     */
    @Transactional
    CaseStateView cancel(String token, @Nullable UUID caseId, @Nullable String reason) {
        CancellationEntity link = cancellations
                .withToken(OneTimeToken.hashOf(token))
                .filter(found -> caseId == null || found.caseId.equals(caseId))
                .orElseThrow(CaseCancellationService::unknown);
        Matter matter = matters.lock(link.caseId).orElseThrow(CaseCancellationService::unknown);
        return cancel(matter, recipient(link, matter.person()), reason);
    }

    /** A link that the case has mailed already is stopped with it, while nobody has used it. */
    private CaseStateView cancel(Matter matter, Doer doer, @Nullable String reason) {
        Instant now = clock.instant();
        SupportCaseEntity row = matter.row();
        CaseRules.against(row.state, CaseState.CANCELLED).ifPresent(over -> {
            throw over;
        });
        if (row.state == CaseState.LINK_SENT) {
            stopLink(matter, doer, now);
        }
        progress.end(matter, new End(CaseEnding.CANCELLED, reason, doer), now);
        return new CaseStateView(row.id, row.state);
    }

    private void stopLink(Matter matter, Doer doer, Instant now) {
        Person person = matter.person();
        Optional<OpenLink> live =
                Optional.ofNullable(links.open(List.of(person.id()), now).get(person.id()));
        if (live.filter(link -> link.id().equals(matter.row().linkId)).isEmpty()) {
            throw CaseRules.notOpen(CaseState.LINK_SENT);
        }
        links.revokeAll(person, now);
        trail.linkStopped(matter, doer, now);
    }

    /** Who got the notice; the trail calls it Lifering's own doing once he is erased. */
    private Doer recipient(CancellationEntity link, Person user) {
        if (link.recipient.equals(user.pseudonym())) {
            return Doer.self(user);
        }
        return Optional.ofNullable(directory.userIds(List.of(link.recipient)).get(link.recipient))
                .flatMap(directory::person)
                .map(Doer::admin)
                .orElse(Doer.SYSTEM);
    }

    private static Problem unknown() {
        return ProblemType.NOT_FOUND.because("No notice of a support case has this token.");
    }
}
