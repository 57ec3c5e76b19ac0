package dev.lifering.demo;

import dev.lifering.accountpolicy.PolicyService;
import dev.lifering.audit.Doer;
import dev.lifering.directory.Account;
import dev.lifering.directory.AccountKind;
import dev.lifering.directory.Directory;
import dev.lifering.directory.PersonDetails;
import dev.lifering.provisioning.AccountProvisioning;
import dev.lifering.provisioning.UserProvisioning;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/** Fills the directory of the demo at its first start; what was changed since stays as it is. */
@ApplicationScoped
class DemoDirectory {
    private static final List<Account> ACCOUNTS = List.of(
            new Account("acme", "Acme", AccountKind.DIRECT, null),
            new Account("northwind-msp", "Northwind MSP", AccountKind.RESELLER, null),
            new Account("bakery", "Bakery", AccountKind.CUSTOMER, "northwind-msp"),
            new Account("clinic", "Clinic", AccountKind.CUSTOMER, "northwind-msp"));

    /** The account where one sees what trusted devices are; elsewhere they stay off, as by default. */
    private static final String TRUSTS_DEVICES = "acme";

    private final DemoConfig demo;
    private final Directory directory;
    private final AccountProvisioning accounts;
    private final UserProvisioning users;
    private final PolicyService policies;

    DemoDirectory(
            DemoConfig demo,
            Directory directory,
            AccountProvisioning accounts,
            UserProvisioning users,
            PolicyService policies) {
        this.demo = demo;
        this.directory = directory;
        this.accounts = accounts;
        this.users = users;
        this.policies = policies;
    }

    void fill(@Observes StartupEvent started) {
        if (!demo.enabled()) {
            return;
        }
        ACCOUNTS.stream()
                .filter(account -> directory.account(account.id()).isEmpty())
                .forEach(this::provision);
        Persona.people().stream()
                .filter(persona -> directory.person(persona.id()).isEmpty())
                .forEach(this::provision);
    }

    private void provision(Account account) {
        accounts.put(account, Doer.SYSTEM);
        if (account.id().equals(TRUSTS_DEVICES)) {
            policies.trustDevices(account.id(), Duration.ofDays(14), Doer.SYSTEM);
        }
    }

    private void provision(Persona persona) {
        var details = new PersonDetails(persona.email(), persona.displayName(), "en", persona.isAdmin(), true, false);
        users.put(persona.accountId().orElseThrow(), persona.id(), details, Doer.SYSTEM);
    }
}
