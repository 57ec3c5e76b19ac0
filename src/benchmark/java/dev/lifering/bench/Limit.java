package dev.lifering.bench;

import dev.lifering.bench.Population.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What PostgreSQL itself can do with the least that a verification needs: read the secret by its user, burn the step
 * unless that or a later one is burnt, write down what happened. Run by pgbench, on copies of the product's tables.
 */
final class Limit {
    private static final int SETTLING_MILLISECONDS = 500;
    private static final Pattern DONE = Pattern.compile("(?m)^number of transactions actually processed: ([0-9]+)");
    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");

    private static final String READ = """
            \\set place random(0, %d)
            \\set user :place / 91 * 100 + 9 + mod(:place, 91)
            \\set step random(1, 1000000000)
            """;
    private static final String SELECT = "select id, sealed_secret, last_step from bench_authenticator"
            + " where user_id = 'user-' || lpad((:user)::text, 8, '0')";
    private static final String UPDATE =
            "update bench_authenticator set last_step = last_step + 1, last_used_at = now()"
                    + " where user_id = 'user-' || lpad((:user)::text, 8, '0') and last_step < 1000000000 + :step";
    private static final String INSERT = "insert into bench_audit_event"
            + " (id, occurred_at, type, outcome, account_id, actor_kind, actor, subject, method, object, address)";
    private static final String EVENT =
            "select (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12,"
                    + " '0') || substr(replace(gen_random_uuid()::text, '-', ''), 13))::uuid, now(), 'verification', 'SUCCESS',"
                    + " 'account-' || :user / 100, 'SERVICE', 'login-service', gen_random_uuid(), 'totp', 'login', '127.0.0.1'";

    /** The two forms of the same work. */
    enum Form {
        TRANSACTION("statements in a transaction"),
        TWO_STATEMENTS("two autocommitted statements");

        final String title;

        Form(String title) {
            this.title = title;
        }
    }

    private final World world;
    private final List<String> pgbench;
    private final Processes processes;
    private final Path folder;

    Limit(World world, List<String> pgbench, Processes processes, Path folder) {
        this.processes = processes;
        this.world = world;
        this.pgbench = pgbench;
        this.folder = folder;
    }

    void prepare() throws SQLException, IOException {
        world.run("""
                create table if not exists bench_authenticator (like authenticator including all) with (fillfactor = 70);
                create table if not exists bench_audit_event (like audit_event including all);
                truncate bench_audit_event;
                """);
        if (world.count("select count(*) from (select from bench_authenticator limit 1) as any_row") == 0) {
            world.run("insert into bench_authenticator select * from authenticator order by id");
        }
        world.run("vacuum analyze bench_authenticator");
        world.run("checkpoint");
        for (Form form : Form.values()) {
            Files.writeString(script(form), text(form), StandardCharsets.US_ASCII);
        }
    }

    private Path script(Form form) {
        return folder.resolve("limit-" + form.name().toLowerCase(Locale.ROOT) + ".sql");
    }

    private String text(Form form) {
        var read = READ.formatted(world.population().size(Role.PLAIN) - 1);
        return switch (form) {
            case TRANSACTION ->
                read + "begin;\n" + SELECT + ";\n" + UPDATE + ";\n" + INSERT + " " + EVENT + ";\ncommit;\n";
            case TWO_STATEMENTS ->
                read + SELECT + ";\nwith burnt as (" + UPDATE + " returning 1)\n" + INSERT + " " + EVENT
                        + " from burnt;\n";
        };
    }

    /** Transactions per second, and what each costs PostgreSQL in milliseconds of CPU. */
    record Rate(double perSecond, double databaseCpu) {}

    Rate run(Form form, int clients, Duration duration) throws IOException, InterruptedException {
        double before = processes.database();
        var command = new ArrayList<>(pgbench);
        command.addAll(List.of("-n", "-M", "prepared", "-c", Integer.toString(clients), "-j", "2"));
        command.addAll(List.of("-T", Long.toString(Math.max(1, duration.toSeconds()))));
        command.addAll(List.of("-f", script(form).toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed:\n" + output);
        }
        // PostgreSQL's own processes have ended with pgbench's connections, and their times count when it has noticed.
        Thread.sleep(SETTLING_MILLISECONDS);
        double transactions = number(DONE, output);
        return new Rate(number(RATE, output), (processes.database() - before) / transactions);
    }

    private static double number(Pattern pattern, String output) throws IOException {
        var found = pattern.matcher(output);
        if (!found.find()) {
            throw new IOException("pgbench says something else than expected:\n" + output);
        }
        return Double.parseDouble(found.group(1));
    }
}
