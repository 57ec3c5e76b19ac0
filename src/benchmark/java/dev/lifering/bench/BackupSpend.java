package dev.lifering.bench;

import dev.lifering.bench.Population.Role;
import java.util.Optional;

/** A service verifies a backup code, which is spent by it. Each user keeps his last one. */
final class BackupSpend implements Scenario {
    private final World world;
    private final String service;
    private final int users;
    private int spent;

    BackupSpend(World world) throws java.sql.SQLException {
        this.world = world;
        service = world.tokens().service();
        users = world.population().withKnownCodes();
        spent = Math.toIntExact(world.count("select count(*) from backup_code where spent_at is not null"));
    }

    @Override
    public String name() {
        return "backup-code-spend";
    }

    @Override
    public Optional<Operation> next() {
        if (spent >= users * (BackupCodes.PER_SET - 1)) {
            return Optional.empty();
        }
        int number = world.population().number(Role.BACKUP, spent % users);
        int locator = spent / users;
        spent++;
        var code = BackupCodes.code(world.population().secret(number), locator);
        return Optional.of(Scenario.one(Call.post(
                "/v1/users/" + world.population().id(number) + "/verifications",
                service,
                "{\"code\":\"" + code + "\"}")));
    }

    @Override
    public void settle() throws Exception {
        world.awaitMails();
    }
}
