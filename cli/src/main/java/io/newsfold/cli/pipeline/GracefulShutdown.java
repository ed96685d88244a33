package io.newsfold.cli.pipeline;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Open until a signal comes; then the process has half a minute to end what is under way and close this. */
public final class GracefulShutdown implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final CountDownLatch signal = new CountDownLatch(1);
    private final CountDownLatch drained = new CountDownLatch(1);
    private final Thread hook = new Thread(this::drain, "drain");

    private GracefulShutdown() {}

    public static GracefulShutdown onSignal() {
        GracefulShutdown drain = new GracefulShutdown();
        Runtime.getRuntime().addShutdownHook(drain.hook);
        return drain;
    }

    /** Whether nobody told the process to stop. */
    public boolean isOpen() {
        return signal.getCount() > 0;
    }

    /** Waits for the signal. */
    public void awaitSignal() throws InterruptedException {
        signal.await();
    }

    private void drain() {
        signal.countDown();
        try {
            if (!drained.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("newsfold: did not drain within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        drained.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the process is going down already
        }
    }
}
