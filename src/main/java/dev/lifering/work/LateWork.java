package dev.lifering.work;

import dev.lifering.gauge.DatabaseGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Shows work that nobody takes up, or that fails again and again. */
@ApplicationScoped
class LateWork implements DatabaseGauge {
    private static final Duration LATE = Duration.ofMinutes(2);
    private static final Tags OVERDUE = Tags.of("state", "overdue");
    private static final Tags FAILING = Tags.of("state", "failing");

    private static final String COUNTS = """
            select count(*) filter (where execution_time < ? and not picked),
                count(*) filter (where consecutive_failures > 0)
            from scheduled_tasks
            """;

    private final DataSource database;
    private final InstantSource clock;

    LateWork(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String metric() {
        return "lifering.work.late";
    }

    @Override
    public String description() {
        return "Work that was due two minutes ago and that no replica has taken up, or whose last run has failed";
    }

    @Override
    public Set<Tags> series() {
        return Set.of(OVERDUE, FAILING);
    }

    @Override
    public Map<Tags, Double> read() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(COUNTS)) {
            statement.setObject(1, OffsetDateTime.ofInstant(clock.instant().minus(LATE), ZoneOffset.UTC));
            try (var row = statement.executeQuery()) {
                row.next();
                return Map.of(OVERDUE, row.getDouble(1), FAILING, row.getDouble(2));
            }
        } catch (SQLException unavailable) {
            throw new IllegalStateException("the table of tasks cannot be read", unavailable);
        }
    }
}
