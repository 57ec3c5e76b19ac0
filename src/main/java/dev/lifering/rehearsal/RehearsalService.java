package dev.lifering.rehearsal;

import dev.lifering.access.Actor;
import dev.lifering.accountpolicy.PolicyRequest;
import dev.lifering.accountpolicy.PolicyService;
import dev.lifering.accountpolicy.PolicyView;
import dev.lifering.accountpolicy.ProposedPolicy;
import dev.lifering.directory.Directory;
import dev.lifering.problem.ProblemType;
import dev.lifering.rehearsal.RehearsedUsers.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;

/** Says what a change of a policy would do. */
@ApplicationScoped
class RehearsalService {
    private final PolicyService policies;
    private final RehearsedUsers users;
    private final Directory directory;
    private final InstantSource clock;

    RehearsalService(PolicyService policies, RehearsedUsers users, Directory directory, InstantSource clock) {
        this.policies = policies;
        this.users = users;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What the change would do, for an actor who may make it.
     *
     * @param limit how many users to name for each consequence
     */
    @Transactional
    public RehearsalView of(Actor actor, String accountId, PolicyRequest request, int limit) {
        ProposedPolicy change = policies.proposed(actor, accountId, request, clock.instant());
        if (directory.person(actor.id()).filter(person -> !person.active()).isPresent()) {
            throw ProblemType.USER_INACTIVE.because("This user is switched off.");
        }
        try {
            return view(change, new Viewer(change.accountId(), actor.id(), limit));
        } catch (SQLException e) {
            throw new IllegalStateException("The users cannot be counted.", e);
        }
    }

    private RehearsalView view(ProposedPolicy change, Viewer viewer) throws SQLException {
        ConsequenceView all = users.count(AffectedUsers.all(), new Viewer(viewer.accountId(), viewer.userId(), 0));
        var consequences = new Consequences(change);
        return new RehearsalView(
                PolicyView.of(change.before()),
                PolicyView.of(change.after()),
                all.count(),
                all.administrators(),
                count(consequences.mustEnrolAtOnce(), viewer),
                count(consequences.mustEnrolLater(), viewer),
                count(consequences.needNotEnrol(), viewer),
                count(consequences.overAuthenticatorLimit(), viewer),
                count(consequences.keepOtherTotpParameters(), viewer),
                count(consequences.keepOtherBackupCodeCount(), viewer),
                count(consequences.mustProveAcknowledgement(), viewer),
                count(consequences.loseTrustedDevices(), viewer));
    }

    /** Nobody is looked for where the change touches nothing. */
    private ConsequenceView count(Optional<AffectedUsers> affected, Viewer viewer) throws SQLException {
        return affected.isPresent() ? users.count(affected.get(), viewer) : ConsequenceView.NONE;
    }
}
