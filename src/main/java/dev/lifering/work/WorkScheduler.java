package dev.lifering.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs what is in the table of tasks, for as long as the application runs. */
@ApplicationScoped
class WorkScheduler {
    private static final int THREADS = 4;
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);

    /** A replica that died holds its work for a minute, then another takes it. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final int MISSED_HEARTBEATS = 6;

    private final DataSource database;
    private final Instance<RecurringWork> recurring;
    private final Instance<OneTimeWork> oneTime;
    private final WorkConfig config;
    private final InstantSource clock;
    private @Nullable Scheduler scheduler;

    WorkScheduler(
            DataSource database,
            @Any Instance<RecurringWork> recurring,
            @Any Instance<OneTimeWork> oneTime,
            WorkConfig config,
            InstantSource clock) {
        this.database = database;
        this.recurring = recurring;
        this.oneTime = oneTime;
        this.config = config;
        this.clock = clock;
    }

    /** Last of all: work must not begin in an application whose start may still fail. */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        running().start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    /** Puts the work on the table, in the surrounding transaction. */
    void schedule(String work, UUID thing, Instant at) {
        running().scheduleIfNotExists(new TaskInstance<Void>(work, thing.toString()), at);
    }

    void lookForDueWork() {
        running().triggerCheckForDueExecutions();
    }

    /** The first to need it, which may be a start-up that has work to leave behind, sets it up. */
    private synchronized Scheduler running() {
        if (scheduler == null) {
            scheduler = create();
        }
        return scheduler;
    }

    private Scheduler create() {
        List<RecurringTask<?>> coming =
                recurring.stream().<RecurringTask<?>>map(WorkScheduler::task).toList();
        List<Task<?>> once = oneTime.stream().<Task<?>>map(WorkScheduler::task).toList();
        return Scheduler.create(database, once)
                .startTasks(coming)
                .threads(THREADS)
                .pollingInterval(config.pollingInterval())
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .serializer(new TextSerializer())
                .clock(clock::instant)
                .shutdownMaxWait(STOP_WAIT)
                .build();
    }

    private static RecurringTask<Void> task(RecurringWork work) {
        return Tasks.recurring(work.name(), FixedDelay.of(work.every())).execute((instance, context) -> work.run());
    }

    private static Task<Void> task(OneTimeWork work) {
        return Tasks.custom(work.name(), Void.class)
                .onFailure(new OnFailureRetryLater<>(RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> next(work.run(UUID.fromString(instance.getId()))));
    }

    private static CompletionHandler<Void> next(Optional<Instant> comeBack) {
        return comeBack.<CompletionHandler<Void>>map(at -> (done, table) -> table.reschedule(done, at))
                .orElseGet(OnCompleteRemove::new);
    }
}
