package dev.lifering.audit.sealing;

import dev.lifering.audit.seal.Chain;
import dev.lifering.audit.seal.Fingerprint;
import dev.lifering.audit.seal.Head;
import dev.lifering.audit.seal.Seal;
import dev.lifering.audit.seal.SealedLine;
import dev.lifering.audit.seal.SignedSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The chains of seals as the database keeps them; every call joins the transaction of whoever calls. */
@ApplicationScoped
class Seals {
    private final DataSource database;

    Seals(DataSource database) {
        this.database = database;
    }

    /** The ends of these chains; those without a seal are left out. */
    Map<Chain, Head> heads(Collection<Chain> chains) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select last.* from unnest(?) as wanted (chain) cross join lateral (
                            select chain, sequence, window_to, hash from audit_seal
                            where audit_seal.chain = wanted.chain order by sequence desc limit 1) last
                        """)) {
            Array names = connection.createArrayOf(
                    "varchar", chains.stream().map(Chain::name).toArray());
            statement.setArray(1, names);
            try (ResultSet rows = statement.executeQuery()) {
                var heads = new HashMap<Chain, Head>();
                while (rows.next()) {
                    var chain = new Chain(rows.getString("chain"));
                    var to = rows.getObject("window_to", UUID.class);
                    heads.put(chain, new Head(chain, rows.getLong("sequence"), to, rows.getString("hash")));
                }
                return heads;
            }
        }
    }

    void insert(List<SignedSeal> seals, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into audit_seal (chain, sequence, window_from, window_to, event_count, events, previous_hash,
                                                hash, jws, sealed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            for (SignedSeal signed : seals) {
                Seal seal = signed.seal();
                statement.setString(1, seal.chain().name());
                statement.setLong(2, seal.sequence());
                statement.setObject(3, seal.from());
                statement.setObject(4, seal.to());
                statement.setInt(5, seal.count());
                statement.setBytes(6, Fingerprint.packed(signed.events()));
                statement.setString(7, seal.previous());
                statement.setString(8, signed.hash());
                statement.setString(9, signed.jws());
                statement.setObject(10, now.atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The newest seals of the chain below that sequence number, leaving out those of months that are gone. */
    List<SealedLine> newest(Chain chain, long below, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select sequence, window_to, events, jws from audit_seal
                        where chain = ? and sequence < ?
                            and window_to > (select id from audit_seal_mark where name = 'begin')
                        order by sequence desc limit ?
                        """)) {
            OwnPlan.demand(connection);
            statement.setString(1, chain.name());
            statement.setLong(2, below);
            statement.setInt(3, limit);
            try (ResultSet rows = statement.executeQuery()) {
                var lines = new ArrayList<SealedLine>();
                while (rows.next()) {
                    lines.add(new SealedLine(
                            rows.getLong("sequence"),
                            rows.getObject("window_to", UUID.class),
                            Fingerprint.unpacked(rows.getBytes("events")),
                            rows.getString("jws")));
                }
                return lines;
            }
        }
    }

    /** Takes away seals of months that are gone; true when there may be more of them. */
    boolean dropSome(int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        delete from audit_seal where (chain, sequence) in (
                            select chain, sequence from audit_seal
                            where window_to <= (select id from audit_seal_mark where name = 'begin')
                            order by window_to limit ?)
                        """)) {
            statement.setInt(1, limit);
            return statement.executeUpdate() == limit;
        }
    }
}
