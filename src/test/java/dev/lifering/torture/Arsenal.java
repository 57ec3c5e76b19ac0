package dev.lifering.torture;

import dev.lifering.packaged.SmtpListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Brings faults about and takes them back. */
final class Arsenal {
    private static final int REFUSALS = 20;

    private final Cluster cluster;
    private final Fleet fleet;
    private final List<Cable> cables;
    private final SmtpListener smtp;
    private final Random random;

    Arsenal(Cluster cluster, Fleet fleet, List<Cable> cables, SmtpListener smtp, Random random) {
        this.cluster = cluster;
        this.fleet = fleet;
        this.cables = cables;
        this.smtp = smtp;
        this.random = random;
    }

    /** How a fault ends. */
    interface End {
        void come() throws Exception;
    }

    /** A disk that can be full: PostgreSQL's own error at the writes that matter, or at their commit. */
    void install() throws SQLException {
        try (Connection connection = cluster.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create schema torture;
                    create unlogged table torture.full_disk (moment text not null);
                    create function torture.write() returns trigger language plpgsql as $$
                    begin
                        if exists (select from torture.full_disk where moment = tg_argv[0]) then
                            raise exception using errcode = 'disk_full',
                                message = 'could not extend file: No space left on device';
                        end if;
                        return null;
                    end $$;
                    create trigger torture_write after insert on audit_event
                        for each row execute function torture.write('write');
                    create trigger torture_write after insert or update on mail
                        for each row execute function torture.write('write');
                    create constraint trigger torture_commit after insert on audit_event deferrable initially deferred
                        for each row execute function torture.write('commit');
                    create constraint trigger torture_commit after insert or update on mail deferrable initially deferred
                        for each row execute function torture.write('commit')
                    """);
        }
    }

    /** Brings it about, to the replica with this number where it is about one. */
    End strike(Fault fault, int replica) throws Exception {
        switch (fault) {
            case KILL_REPLICA -> {
                fleet.kill(replica);
                return () -> fleet.start(replica);
            }
            case KILL_POSTGRES -> {
                cluster.kill();
                return cluster::start;
            }
            case FREEZE_REPLICA -> {
                fleet.freeze(replica);
                return () -> fleet.resume(replica);
            }
            case FREEZE_POSTGRES -> {
                cluster.freeze();
                return cluster::resume;
            }
            case EXHAUST_POOL -> {
                return holdUp();
            }
            case FILL_DISK -> {
                return fill("write");
            }
            case FILL_DISK_AT_COMMIT -> {
                return fill("commit");
            }
            case SLOW_NETWORK -> {
                cables.get(replica).slow(Duration.ofMillis(20 + random.nextInt(200)));
                return cables.get(replica)::mend;
            }
            case CUT_NETWORK -> {
                cables.get(replica).cut();
                return cables.get(replica)::mend;
            }
            default -> {
                return strikeMail(fault);
            }
        }
    }

    private End strikeMail(Fault fault) {
        switch (fault) {
            case DROP_SMTP -> {
                smtp.down();
                return smtp::up;
            }
            case SMTP_NOT_NOW ->
                smtp.refuseNext(Collections.nCopies(REFUSALS, 451).toArray(Integer[]::new));
            case SMTP_NEVER -> smtp.refuseNext(550, 554);
            default -> {
                smtp.hangUpAfterTaking(true);
                return () -> smtp.hangUpAfterTaking(false);
            }
        }
        return smtp::refuseNoMore;
    }

    /** Everybody waits for one lock, with a connection in his hand, until there are no more. */
    private End holdUp() throws SQLException {
        Connection connection = cluster.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '5s'");
            statement.execute("lock table second_factor in access exclusive mode");
        }
        return () -> {
            connection.rollback();
            connection.close();
        };
    }

    private End fill(String moment) throws SQLException {
        disk("insert into torture.full_disk values ('" + moment + "')");
        return () -> disk("truncate torture.full_disk");
    }

    private void disk(String change) throws SQLException {
        try (Connection connection = cluster.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
    }
}
