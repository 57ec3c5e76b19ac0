package dev.lifering.audit.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.audit.proof.VerifyAudit;
import dev.lifering.testing.Database;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import dev.lifering.work.RecurringWork;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seals go with the months that they speak of, and what is left of the chain still verifies. */
@QuarkusTest
class SealRetentionTest {
    @Inject
    PartitionService service;

    @Inject
    PartitionTables tables;

    @Inject
    @Any
    Instance<RecurringWork> works;

    @Inject
    Database database;

    @Inject
    MovableTime time;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void theChainBeginsWithTheFirstSealOfWhatIsKept() throws Exception {
        // Other tests drop the month that still is, which an operator cannot.
        database.update("update audit_seal_mark set id = '00000000-0000-0000-0000-000000000000' where name = 'begin'");
        service.extend(time.instant());
        Instant begin = Months.start(endOfThisTable());
        Tenant tenant = Tenant.direct(time);
        Member ada = tenant.admin();
        ada.enrolled();
        seal(tenant);
        time.advance(Duration.between(time.instant(), begin).plusHours(1));
        service.extend(time.instant());
        tenant.user();
        seal(tenant);
        tenant.user();
        seal(tenant);
        long before = seals(tenant);
        assertEquals(0, verified(ada));
        service.expire(begin);
        service.drop();
        assertEquals(0, verified(ada), out.toString(StandardCharsets.UTF_8));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("what was before is not in it"));
        sealing().run();
        assertTrue(seals(tenant) < before, "no seal has gone");
        assertTrue(seals(tenant) >= 2, "seals have gone that have events");
        assertEquals(0, verified(ada), out.toString(StandardCharsets.UTF_8));
    }

    /** The first month that is not in the table which is written to now. */
    private YearMonth endOfThisTable() throws SQLException {
        YearMonth now = Months.of(time.instant());
        return tables.all().stream()
                .flatMap(table -> table.to().stream())
                .filter(now::isBefore)
                .findFirst()
                .orElseThrow();
    }

    private void seal(Tenant tenant) {
        time.advance(Duration.ofMinutes(11));
        Awaitility.await().until(() -> {
            sealing().run();
            return database.count("""
                    select count(*) from audit_event where account_id = ?
                        and id >= (select coalesce(max(window_to::text), '00000000-0000-0000-0000-000000000000')::uuid
                               from audit_seal where chain = ?)
                    """, tenant.id(), tenant.id()) == 0;
        });
    }

    private RecurringWork sealing() {
        return works.stream()
                .filter(work -> work.name().equals("audit-seals"))
                .findFirst()
                .orElseThrow();
    }

    private long seals(Tenant tenant) {
        return database.count("select count(*) from audit_seal where chain = ?", tenant.id());
    }

    private int verified(Member admin) throws IOException {
        out.reset();
        String export = admin.call()
                .accept("application/x-ndjson")
                .get("/v1/accounts/" + admin.tenant().id() + "/audit-events?seals=true")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Path file = Files.writeString(folder.resolve("export.ndjson"), export);
        Path keys = Files.writeString(
                folder.resolve("jwks.json"),
                RestAssured.get("/.well-known/jwks.json").asString());
        var printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new VerifyAudit(printer, printer).run(List.of(file.toString(), "--keys", keys.toString()));
    }
}
