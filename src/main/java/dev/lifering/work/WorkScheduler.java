package dev.lifering.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs what is in the table of tasks, for as long as the application runs. */
@ApplicationScoped
class WorkScheduler {
    private static final int THREADS = 2;
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);

    private final DataSource database;
    private final Instance<RecurringWork> recurring;
    private final InstantSource clock;
    private @Nullable Scheduler scheduler;

    WorkScheduler(DataSource database, @Any Instance<RecurringWork> recurring, InstantSource clock) {
        this.database = database;
        this.recurring = recurring;
        this.clock = clock;
    }

    /** Last of all: work must not begin in an application whose start may still fail. */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        List<RecurringTask<?>> tasks =
                recurring.stream().<RecurringTask<?>>map(WorkScheduler::task).toList();
        Scheduler created = Scheduler.create(database)
                .startTasks(tasks)
                .threads(THREADS)
                .serializer(new TextSerializer())
                .clock(clock::instant)
                .shutdownMaxWait(STOP_WAIT)
                .build();
        created.start();
        scheduler = created;
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    private static RecurringTask<Void> task(RecurringWork work) {
        return Tasks.recurring(work.name(), FixedDelay.of(work.every())).execute((instance, context) -> work.run());
    }
}
