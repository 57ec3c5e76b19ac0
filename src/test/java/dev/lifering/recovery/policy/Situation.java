package dev.lifering.recovery.policy;

import dev.lifering.access.Actor;
import dev.lifering.access.Roles;
import dev.lifering.directory.Account;
import dev.lifering.directory.AccountKind;
import dev.lifering.directory.Person;
import dev.lifering.factor.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody asks to recover somebody: one combination of everything that could matter. */
record Situation(Set<String> groups, Where where, Home home, Target target, State state) {
    private static final String SUBJECT = "asker";
    private static final Account DIRECT = new Account("direct", "Direct", AccountKind.DIRECT, null);
    private static final Account OTHER_DIRECT = new Account("other-direct", "Other", AccountKind.DIRECT, null);
    private static final Account RESELLER = new Account("reseller", "Reseller", AccountKind.RESELLER, null);
    private static final Account OTHER_RESELLER = new Account("other-reseller", "Other", AccountKind.RESELLER, null);
    private static final Account CUSTOMER = new Account("customer", "Customer", AccountKind.CUSTOMER, "reseller");
    private static final Account SIBLING = new Account("sibling", "Sibling", AccountKind.CUSTOMER, "reseller");
    private static final Account FOREIGN = new Account("foreign", "Foreign", AccountKind.CUSTOMER, "other-reseller");
    private static final List<String> ROLES = List.of("user", "admin", "reseller", "ReSeller", "support", "service");

    /** The account that the token names, and the account that is asked about. */
    enum Where {
        OWN_DIRECT(DIRECT, DIRECT),
        OWN_CUSTOMER(CUSTOMER, CUSTOMER),
        OWN_RESELLER(RESELLER, RESELLER),
        CUSTOMER_OF_THE_CLAIMED(RESELLER, CUSTOMER),
        SIBLING_OF_THE_CLAIMED(SIBLING, CUSTOMER),
        UNRELATED_DIRECT(OTHER_DIRECT, DIRECT),
        UNRELATED_CUSTOMER(RESELLER, FOREIGN),
        NO_CLAIM(null, CUSTOMER),
        UNKNOWN_ACCOUNT(DIRECT, null);

        @SuppressWarnings("ImmutableEnumChecker") // a record of strings
        private final @Nullable Account claimed;

        @SuppressWarnings("ImmutableEnumChecker")
        private final @Nullable Account asked;

        Where(@Nullable Account claimed, @Nullable Account asked) {
            this.claimed = claimed;
            this.asked = asked;
        }

        boolean isCustomer() {
            return asked != null && asked.kind() == AccountKind.CUSTOMER;
        }

        boolean isResellerAccount() {
            return asked != null && asked.kind() == AccountKind.RESELLER;
        }

        boolean isOwn() {
            return asked != null && asked.equals(claimed);
        }
    }

    /** What the directory knows of the subject. */
    enum Home {
        UNKNOWN,
        AS_CLAIMED,
        TARGETS_RESELLER,
        ELSEWHERE
    }

    enum Target {
        OTHER,
        HIMSELF,
        UNKNOWN,
        OF_ANOTHER_ACCOUNT
    }

    enum State {
        RECOVERABLE("allowed", Status.ENABLED, true, false),
        BACKUP_CODES_ONLY("allowed", Status.BACKUP_CODES_ONLY, true, false),
        NOT_ENROLLED("not-enrolled", Status.NOT_ENROLLED, true, false),
        INACTIVE("user-inactive", Status.ENABLED, false, false),
        MANAGED("managed-by-sso", Status.NOT_ENROLLED, true, true);

        private final String answer;
        private final Status status;
        private final boolean active;
        private final boolean managed;

        State(String answer, Status status, boolean active, boolean managed) {
            this.answer = answer;
            this.status = status;
            this.active = active;
            this.managed = managed;
        }

        String answer() {
            return answer;
        }
    }

    static List<Situation> all() {
        var all = new ArrayList<Situation>();
        for (int subset = 0; subset < 1 << ROLES.size(); subset++) {
            var groups = new TreeSet<String>();
            for (int role = 0; role < ROLES.size(); role++) {
                if ((subset >> role & 1) == 1) {
                    groups.add(ROLES.get(role));
                }
            }
            for (Where where : Where.values()) {
                for (Home home : Home.values()) {
                    for (Target target : Target.values()) {
                        for (State state : State.values()) {
                            all.add(new Situation(groups, where, home, target, state));
                        }
                    }
                }
            }
        }
        return all;
    }

    boolean admin() {
        return groups.contains(Roles.ADMIN);
    }

    boolean reseller() {
        return Roles.readReseller(groups);
    }

    boolean support() {
        return groups.contains(Roles.SUPPORT);
    }

    /** Whether token and directory agree that this is his own account. */
    boolean isOwnAccount() {
        return where.isOwn() && (home == Home.UNKNOWN || home == Home.AS_CLAIMED || homeIsClaimed());
    }

    /** Whether the directory knows the subject as a member of the reseller that owns the account. */
    boolean isKnownAsTargetsReseller() {
        Account account = homeAccount();
        return where.asked != null && account != null && where.asked.isCustomerOf(account.id());
    }

    /** Whether the account is one that whoever acts for a reseller has to do with. */
    boolean dealsWithTarget() {
        return where.isOwn()
                || where == Where.CUSTOMER_OF_THE_CLAIMED
                || where == Where.SIBLING_OF_THE_CLAIMED
                || isKnownAsTargetsReseller();
    }

    Decision decided() {
        return RecoveryPolicy.decide(requester(), where.asked, person(), state.status);
    }

    Decision mayAct() {
        return RecoveryPolicy.mayAct(requester(), where.asked, person());
    }

    Decision decidedForCase(boolean anotherIsAble) {
        return RecoveryPolicy.decideCase(requester(), where.asked, person(), state.status, anotherIsAble);
    }

    private boolean homeIsClaimed() {
        Account account = homeAccount();
        return account != null && account.equals(where.claimed);
    }

    private Requester requester() {
        String claim = where.claimed == null ? null : where.claimed.id();
        Actor actor = new Actor(SUBJECT, Roles.granted(groups), reseller(), claim);
        return new Requester(actor, where.claimed, homeAccount());
    }

    private @Nullable Account homeAccount() {
        return switch (home) {
            case UNKNOWN -> null;
            case AS_CLAIMED -> where.claimed;
            case TARGETS_RESELLER -> where == Where.UNRELATED_CUSTOMER ? OTHER_RESELLER : RESELLER;
            case ELSEWHERE -> OTHER_DIRECT;
        };
    }

    private @Nullable Person person() {
        String account = where.asked == null || target == Target.OF_ANOTHER_ACCOUNT ? "else" : where.asked.id();
        return switch (target) {
            case UNKNOWN -> null;
            case HIMSELF -> person(SUBJECT, account);
            case OTHER, OF_ANOTHER_ACCOUNT -> person("target", account);
        };
    }

    private Person person(String id, String account) {
        return new Person(id, account, new UUID(0, 1), null, null, null, false, state.active, state.managed);
    }
}
