package io.newsfold.enrich.stream;

import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.enrich.StageResult;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.kstream.ValueMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits the time of a stage for one record; a record that takes longer, or fails, is rejected, and the stream goes on.
 * The measure is the processor time of the record itself, so that neither a busy machine nor the loading of models
 * decides. Time on the clock counts only while the stage waits, which none should.
 *
 * <p>A thread cannot be stopped from outside: one that hangs is left behind, and when too many hang, the next record
 * waits for one of them.
 */
final class TimeBudget {
    private static final Logger LOG = LoggerFactory.getLogger(TimeBudget.class);
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(100);
    private static final int MAX_BUSY_THREADS = 16;

    private final Semaphore freeThreads = new Semaphore(MAX_BUSY_THREADS);
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stage");
        thread.setDaemon(true);
        return thread;
    });
    /** Processor time of a thread in nanoseconds. */
    private final ToLongFunction<Thread> clock;

    private final Duration cpu;
    private final Duration blocked;
    /** Processor time in nanoseconds until all stages of this budget are warm. */
    private final AtomicLong warmUp;

    TimeBudget() {
        this(
                Duration.ofSeconds(Limits.STAGE_CPU_SECONDS),
                Duration.ofSeconds(Limits.STAGE_BLOCKED_SECONDS),
                Duration.ofSeconds(Limits.STAGE_WARM_UP_SECONDS));
    }

    /**
     * A budget by the clocks of this machine.
     *
     * @param cpu processor time for a record
     * @param blocked time on the clock for which a stage may wait
     * @param warmUp processor time of all records together, until whose end a record may also take what is left of it
     */
    TimeBudget(Duration cpu, Duration blocked, Duration warmUp) {
        this(cpu, blocked, warmUp, thread -> ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId()));
    }

    TimeBudget(Duration cpu, Duration blocked, Duration warmUp, ToLongFunction<Thread> clock) {
        this.clock = clock;
        this.cpu = cpu;
        this.blocked = blocked;
        this.warmUp = new AtomicLong(warmUp.toNanos());
    }

    /**
     * A stage that rejects records beyond the budget.
     *
     * @param stage name for log lines and rejections
     * @param work the stage
     * @param raw finds the raw record of a value
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
        AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
        freeThreads.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                worker.set(Thread.currentThread());
                future.complete(warmedUpBy(work));
            } catch (Throwable e) { // a deep page overflows the stack, which is no Exception
                future.completeExceptionally(e);
            } finally {
                freeThreads.release();
            }
        });
        return await(future, worker);
    }

    /** Does the work, and takes its processor time off what the warm-up has left. */
    private <R> R warmedUpBy(Work<R> work) {
        long start = clock.applyAsLong(Thread.currentThread());
        try {
            return work.run();
        } finally {
            warmUp.addAndGet(start - clock.applyAsLong(Thread.currentThread()));
        }
    }

    private <R> R await(CompletableFuture<R> future, AtomicReference<@Nullable Thread> worker)
            throws TimeoutException, ExecutionException {
        long lastWork = System.nanoTime();
        OptionalLong start = OptionalLong.empty();
        while (true) {
            try {
                return future.get(CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                Thread thread = worker.get();
                if (isWorking(thread)) {
                    lastWork = System.nanoTime();
                } else if (System.nanoTime() - lastWork > blocked.toNanos()) {
                    throw e;
                }
                if (thread != null) {
                    // the first check is the start: a thread's own clock need not be the one that others see
                    long now = clock.applyAsLong(thread);
                    start = start.isPresent() ? start : OptionalLong.of(now);
                    if (now - start.getAsLong() > cpuLimit()) {
                        throw e;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a stage works", e);
            }
        }
    }

    /** Whether it has not begun, works, or waits for a processor. */
    private static boolean isWorking(@Nullable Thread worker) {
        return worker == null || worker.getState() == Thread.State.RUNNABLE;
    }

    private long cpuLimit() {
        return cpu.toNanos() + Math.max(0, warmUp.get());
    }
}
