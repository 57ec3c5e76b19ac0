package dev.lifering.users;

import dev.lifering.access.AccountAccess;
import dev.lifering.directory.Account;
import dev.lifering.http.Cursor;
import dev.lifering.http.ExternalId;
import dev.lifering.http.Page;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import dev.lifering.recovery.policy.Requester;
import dev.lifering.recovery.policy.Requesters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the users of an account to those who look after it (design section 3). */
@ApplicationScoped
class UserListingService {
    /** Comes before every id. */
    private static final String BEGINNING = "";

    private final Requesters requesters;
    private final AccountAccess access;
    private final ListedUsers users;
    private final UserViews views;
    private final InstantSource clock;

    UserListingService(
            Requesters requesters, AccountAccess access, ListedUsers users, UserViews views, InstantSource clock) {
        this.requesters = requesters;
        this.access = access;
        this.users = users;
        this.views = views;
        this.clock = clock;
    }

    /** A page of the users who pass the filter, in the order of their ids. */
    @Transactional
    public Page<AccountUserView> list(String accountId, UserFilter filter, @Nullable String cursor, int limit) {
        Requester by = requesters.current();
        Account account = access.watchable(by.actor(), accountId);
        List<ListedUserEntity> found = users.of(account.id(), filter, after(cursor), limit + 1);
        List<ListedUserEntity> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Cursor.of(shown.get(limit - 1).id) : null;
        return new Page<>(views.of(by, account, shown, clock.instant()), next);
    }

    /** One user of the account, or the refusal {@code not-found}. */
    @Transactional
    public AccountUserView one(String accountId, String userId) {
        Requester by = requesters.current();
        Account account = access.watchable(by.actor(), accountId);
        ListedUserEntity user = users.one(account.id(), userId)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("No user of this account has this id."));
        return views.of(by, account, List.of(user), clock.instant()).get(0);
    }

    private static String after(@Nullable String cursor) {
        if (cursor == null) {
            return BEGINNING;
        }
        String id = Cursor.read(cursor, 1).get(0);
        if (!id.matches(ExternalId.PATTERN)) {
            throw ProblemType.INVALID_REQUEST
                    .because("The cursor is not one that this list gave.")
                    .violations(List.of(new Violation("cursor", "must come from nextCursor of the page before")));
        }
        return id;
    }
}
