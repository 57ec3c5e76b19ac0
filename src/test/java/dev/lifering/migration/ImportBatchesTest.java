package dev.lifering.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.Database;
import dev.lifering.testing.Import;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lines are kept together, and reported as if each were alone. */
@QuarkusTest
@Tag("slow")
class ImportBatchesTest {
    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Test
    void refusalsHoldUpNoLineOfTheirBatch() {
        Tenant tenant = Tenant.direct(time);
        Tenant other = Tenant.direct(time);
        String elsewhere = other.user().id();
        List<String> ids = ids(250);
        var file = new StringBuilder();
        var expected = new ArrayList<String>();
        for (int i = 0; i < ids.size(); i++) {
            boolean wrong = i % 7 == 0;
            String id = wrong ? elsewhere : ids.get(i);
            file.append("{\"id\":\"").append(id).append("\",\"email\":\"a@b\"}\n");
            expected.add(id + (wrong ? " refused already-elsewhere" : " created"));
        }
        assertEquals(expected, Import.told(tenant, "", file.toString()));
        assertEquals(ids.size() - 36, count(tenant));
    }

    @Test
    void aBatchThatFailsIsKeptLineByLine() {
        Tenant tenant = Tenant.direct(time);
        List<String> ids = ids(30);
        // The database refuses a transaction that brings two users of the account.
        database.update("""
                create function refuse_two_%1$s() returns trigger language plpgsql as $$
                begin
                    if (select count(*) from account_user where account_id = '%2$s'
                        and xmin = pg_current_xact_id()::xid) > 1 then
                        raise exception 'two at once';
                    end if;
                    return null;
                end $$
                """.formatted(name(tenant), tenant.id()));
        database.update("""
                create constraint trigger refuse_two_%1$s after insert on account_user
                for each row when (new.account_id = '%2$s') execute function refuse_two_%1$s()
                """.formatted(name(tenant), tenant.id()));
        try {
            assertEquals(ids.stream().map(id -> id + " created").toList(), Import.told(tenant, "", file(ids)));
            assertEquals(ids.size(), count(tenant));
        } finally {
            database.update("drop trigger refuse_two_%s on account_user".formatted(name(tenant)));
            database.update("drop function refuse_two_%s()".formatted(name(tenant)));
        }
    }

    @Test
    void twoImportsThatMeetKeepAllTheirLines() throws Exception {
        Tenant tenant = Tenant.direct(time);
        List<String> ids = ids(120);
        var reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var reports = threads.invokeAll(List.<Callable<List<String>>>of(
                    () -> Import.told(tenant, "", file(ids)), () -> Import.told(tenant, "", file(reversed))));
            for (var report : reports) {
                assertEquals(ids.size(), report.get().size());
                report.get().forEach(line -> assertTrue(line.matches("\\S+ (created|updated)"), line));
            }
            assertEquals(ids.size(), count(tenant));
        } finally {
            threads.shutdownNow();
        }
    }

    private long count(Tenant tenant) {
        return database.count("select count(*) from account_user where account_id = ?", tenant.id());
    }

    private static String name(Tenant tenant) {
        return tenant.id().replace('-', '_');
    }

    private static List<String> ids(int count) {
        String run = UUID.randomUUID().toString();
        return IntStream.range(0, count)
                .mapToObj(number -> "u-" + run + "-" + number)
                .toList();
    }

    private static String file(List<String> ids) {
        var file = new StringBuilder();
        ids.forEach(id -> file.append("{\"id\":\"").append(id).append("\",\"email\":\"a@b\"}\n"));
        return file.toString();
    }
}
