package dev.lifering.readiness;

import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.factor.backupcode.BackupCodes;
import dev.lifering.factor.totp.Authenticators;
import dev.lifering.readiness.Ability.Codes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what the administrators of an account have, in as many statements as there are tables. */
@ApplicationScoped
class Abilities {
    private final Directory directory;
    private final Standings standings;
    private final Authenticators authenticators;
    private final BackupCodeSets backupCodes;

    Abilities(Directory directory, Standings standings, Authenticators authenticators, BackupCodeSets backupCodes) {
        this.directory = directory;
        this.standings = standings;
        this.authenticators = authenticators;
        this.backupCodes = backupCodes;
    }

    /** The active administrators of the account, in the order of their ids. */
    List<Ability> in(String accountId) {
        List<Person> active = directory.activeAdministrators(accountId);
        Map<String, Long> apps = authenticators.count(active);
        Map<String, BackupCodes> codes = backupCodes.left(active);
        return standings.read(active).stream()
                .map(standing -> of(standing, apps, codes))
                .toList();
    }

    private static Ability of(Standing standing, Map<String, Long> apps, Map<String, BackupCodes> codes) {
        Person person = standing.person();
        Codes left = Optional.ofNullable(codes.get(person.id()))
                .map(active -> new Codes(true, active.remaining()))
                .orElse(Codes.NONE);
        return new Ability(person, standing.status(), standing.lockout(), apps.getOrDefault(person.id(), 0L), left);
    }
}
