package io.newsfold.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection;
import io.newsfold.enrich.StageResult;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {
    private static final RawArticle RAW = new RawArticle(
            "https://a.example/1",
            new byte[] {1},
            About.of(Instant.EPOCH, "test", null),
            new Coordinates("articles.raw", 0, 7));

    @Test
    void aStageWithinItsBudgetGivesItsResult() {
        assertThat(apply(new TimeBudget(), raw -> "done")).isEqualTo(StageResult.done("done"));
    }

    @Test
    void aStageThatHangsIsRejected() {
        CountDownLatch never = new CountDownLatch(1);

        StageResult<String> result =
                apply(new TimeBudget(Duration.ofMinutes(1), Duration.ofMillis(200), Duration.ZERO), raw -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "never";
                });

        assertThat(result.rejections()).extracting(Rejection::reason).containsExactly(Rejection.Reason.STAGE_TIMEOUT);
        never.countDown();
    }

    @Test
    void aStageThatLoopsIsRejectedByItsProcessorTime() {
        AtomicBoolean stop = new AtomicBoolean();

        StageResult<String> result =
                apply(new TimeBudget(Duration.ofMillis(300), Duration.ofHours(1), Duration.ZERO), raw -> {
                    while (!stop.get()) {
                        Thread.onSpinWait();
                    }
                    return "late";
                });

        assertThat(result.rejections()).extracting(Rejection::reason).containsExactly(Rejection.Reason.STAGE_TIMEOUT);
        stop.set(true);
    }

    @Test
    void aStageThatWorksIsNotRejectedForTheTimeOnTheClock() {
        TimeBudget budget = new TimeBudget(Duration.ofMinutes(1), Duration.ofMillis(200), Duration.ZERO);

        StageResult<String> result = apply(budget, raw -> {
            long end = System.nanoTime() + Duration.ofMillis(800).toNanos();
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return "done";
        });

        assertThat(result).isEqualTo(StageResult.done("done"));
    }

    @Test
    void aRecordMayTakeLongerUntilTheStagesAreWarm() {
        Clock clock = new Clock();
        TimeBudget budget =
                new TimeBudget(Duration.ofMillis(1), Duration.ofHours(1), Duration.ofMillis(700), clock::time);

        StageResult<String> cold = apply(budget, raw -> {
            clock.work(Duration.ofMillis(400));
            return "done";
        });
        StageResult<String> warm = apply(budget, raw -> {
            clock.work(Duration.ofMillis(400));
            return "late";
        });

        assertThat(cold).isEqualTo(StageResult.done("done"));
        assertThat(warm.rejections()).extracting(Rejection::reason).containsExactly(Rejection.Reason.STAGE_TIMEOUT);
    }

    /** Processor time that passes when the test says so, as no two machines count it alike. */
    private static final class Clock {
        private final AtomicLong time = new AtomicLong();
        private final Semaphore looks = new Semaphore(0);

        long time(Thread thread) {
            long now = time.get();
            if (!Thread.currentThread().equals(thread)) {
                looks.release();
            }
            return now;
        }

        /** Takes processor time after a first look at the clock, and ends after two looks at what it took. */
        void work(Duration taken) {
            looks.drainPermits();
            looks.acquireUninterruptibly();
            time.addAndGet(taken.toNanos());
            looks.acquireUninterruptibly(2);
        }
    }

    @Test
    void aStageThatOverflowsTheStackIsRejected() {
        StageResult<String> result = apply(new TimeBudget(), TimeBudgetTest::deeper);

        assertThat(result.rejections()).extracting(Rejection::reason).containsExactly(Rejection.Reason.STAGE_FAILED);
        assertThat(result.rejections().get(0).original()).containsExactly(1);
    }

    @SuppressWarnings("InfiniteRecursion")
    private static String deeper(RawArticle raw) {
        return deeper(raw) + ".";
    }

    private static StageResult<String> apply(TimeBudget budget, Function<RawArticle, String> work) {
        return budget.<RawArticle, String>within("clean", raw -> StageResult.done(work.apply(raw)), raw -> raw)
                .apply(StageResult.done(RAW));
    }
}
