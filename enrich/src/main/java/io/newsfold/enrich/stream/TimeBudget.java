package io.newsfold.enrich.stream;

import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.enrich.StageResult;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.kafka.streams.kstream.ValueMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a stage work on a record for so long and no longer; what takes longer, or fails, is rejected, and the stream goes on. A thread cannot be ended from outside: one that hangs is left behind, and
 * when too many do, the next record waits for one of them.
 */
final class TimeBudget {
    private static final Logger LOG = LoggerFactory.getLogger(TimeBudget.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int MOST_AT_WORK = 16;

    private final ThreadMXBean clocks = ManagementFactory.getThreadMXBean();
    private final Semaphore free = new Semaphore(MOST_AT_WORK);
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stage");
        thread.setDaemon(true);
        return thread;
    });
    private final Duration cpu;
    private final Duration wall;

    TimeBudget() {
        this(Duration.ofSeconds(Limits.STAGE_CPU_SECONDS), Duration.ofSeconds(Limits.STAGE_SECONDS));
    }

    TimeBudget(Duration cpu, Duration wall) {
        this.cpu = cpu;
        this.wall = wall;
    }

    /**
     * A stage within the budget.
     *
     * @param raw the raw record behind a value
     */
    <V, R> ValueMapper<StageResult<V>, StageResult<R>> within(
            String stage, Function<V, StageResult<R>> work, Function<V, RawArticle> raw) {
        return before -> before.then(value -> {
            try {
                return result(() -> work.apply(value));
            } catch (TimeoutException e) {
                LOG.warn(
                        "{} of {} takes too long: rejected",
                        stage,
                        raw.apply(value).at());
                return StageResult.rejected(Rejection.of(
                        raw.apply(value),
                        stage,
                        Reason.STAGE_TIMEOUT,
                        "it takes more than the stage has for one record"));
            } catch (ExecutionException e) {
                LOG.warn("{} failed on {}: rejected", stage, raw.apply(value).at(), e.getCause());
                return StageResult.rejected(
                        Rejection.of(raw.apply(value), stage, Reason.STAGE_FAILED, String.valueOf(e.getCause())));
            }
        });
    }

    private interface Work<R> {
        R run();
    }

    private <R> R result(Work<R> work) throws TimeoutException, ExecutionException {
        CompletableFuture<R> future = new CompletableFuture<>();
        AtomicReference<@Nullable Used> used = new AtomicReference<>();
        free.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                used.set(new Used(Thread.currentThread().getId(), clocks.getCurrentThreadCpuTime()));
                future.complete(work.run());
            } catch (Throwable e) { // a deep page overflows the stack, which is no Exception
                future.completeExceptionally(e);
            } finally {
                free.release();
            }
        });
        return await(future, used);
    }

    /** A thread, and the processor time that it had used when it began, in nanoseconds. */
    private record Used(long thread, long before) {}

    private <R> R await(CompletableFuture<R> future, AtomicReference<@Nullable Used> used)
            throws TimeoutException, ExecutionException {
        long start = System.nanoTime();
        while (true) {
            try {
                return future.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (System.nanoTime() - start > wall.toNanos() || cpuTime(used.get()) > cpu.toNanos()) {
                    throw e;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted at work", e);
            }
        }
    }

    private long cpuTime(@Nullable Used used) {
        return used == null ? 0 : clocks.getThreadCpuTime(used.thread()) - used.before();
    }
}
