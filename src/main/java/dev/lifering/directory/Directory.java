package dev.lifering.directory;

import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads and keeps accounts and users. Changing calls join the transaction of their use case. */
@ApplicationScoped
public class Directory {
    private final Accounts accounts;
    private final Users users;

    Directory(Accounts accounts, Users users) {
        this.accounts = accounts;
        this.users = users;
    }

    public Optional<Account> account(String id) {
        return accounts.findByIdOptional(id).map(AccountEntity::toAccount);
    }

    public Optional<Person> person(String id) {
        return users.findByIdOptional(id).map(UserEntity::toPerson);
    }

    /** The users of the account with this e-mail address, in whatever case; two of them at most. */
    public List<Person> personsByEmail(String accountId, String email) {
        return users.byEmail(accountId, email).stream()
                .map(UserEntity::toPerson)
                .toList();
    }

    /** The user, or the refusal {@code not-found}. */
    public Person personOrNotFound(String id) {
        return person(id).orElseThrow(() -> ProblemType.NOT_FOUND.because("No user has this id."));
    }

    /** When the user became known here. */
    public Instant knownSince(Person person) {
        return users.findByIdOptional(person.id()).map(user -> user.createdAt).orElseThrow(Directory::erased);
    }

    public boolean hasCustomers(String resellerId) {
        return accounts.hasCustomers(resellerId);
    }

    /** The administrators of the account who are active, in the order of their ids. */
    public List<Person> activeAdministrators(String accountId) {
        return users.activeAdministrators(accountId).stream()
                .map(UserEntity::toPerson)
                .toList();
    }

    /** The ids of the users that still exist, by the pseudonyms that the audit trail holds. */
    public Map<UUID, String> userIds(Collection<UUID> pseudonyms) {
        return users.byPseudonym(List.copyOf(pseudonyms)).stream()
                .collect(Collectors.toMap(user -> user.pseudonym, user -> user.id));
    }

    /** Makes the account, or brings it to this state. True when it is new. */
    @Transactional(TxType.MANDATORY)
    public boolean put(Account account, Instant now) {
        return accounts.put(account, now);
    }

    /**
     * Keeps the account and its reseller from being changed or erased until the end of the transaction, those of them that
     * exist.
     */
    @Transactional(TxType.MANDATORY)
    public void hold(Account account) {
        var ids = new ArrayList<>(List.of(account.id()));
        account.resellerId().ifPresent(ids::add);
        accounts.hold(ids);
    }

    /** Makes the user unless one has this id or the account is gone. True when he is new. */
    @Transactional(TxType.MANDATORY)
    public boolean insert(Person person, Instant now) {
        return users.insert(person, now);
    }

    /** Keeps the user from being changed or erased by others until the end of the transaction; false when he is gone. */
    @Transactional(TxType.MANDATORY)
    public boolean hold(Person person) {
        return users.hold(person.id());
    }

    /** Brings a user to what the platform says of him. */
    @Transactional(TxType.MANDATORY)
    public void change(String userId, PersonDetails details, Instant now) {
        if (!users.hold(userId)) {
            throw erased();
        }
        UserEntity user = users.findById(userId);
        user.email = details.email();
        user.displayName = details.displayName();
        user.locale = details.locale();
        user.admin = details.admin();
        user.active = details.active();
        user.secondFactorManagedElsewhere = details.secondFactorManagedElsewhere();
        user.updatedAt = now;
    }

    private static RuntimeException erased() {
        return ProblemType.NOT_FOUND.because("The user has just been erased.");
    }

    /** Up to {@code limit} ids of users of the account. */
    public List<String> userIdsOf(String accountId, int limit) {
        return users.idsOf(accountId, limit);
    }

    /**
     * Erases the user; every table of a user's own goes with the row (foreign keys cascade). True when he was there; whoever
     * came after him with the same id is somebody else.
     */
    @Transactional(TxType.MANDATORY)
    public boolean erase(Person person) {
        return users.delete("id = ?1 and pseudonym = ?2", person.id(), person.pseudonym()) == 1;
    }

    /** Keeps everybody from the account and from becoming its user until the end of the transaction; false when it is gone. */
    @Transactional(TxType.MANDATORY)
    public boolean holdForErasure(String accountId) {
        return accounts.holdAlone(accountId);
    }

    /** Erases the account, which is held and has neither users nor customers any more. */
    @Transactional(TxType.MANDATORY)
    public void eraseAccount(String id) {
        accounts.delete("id", id);
    }
}
