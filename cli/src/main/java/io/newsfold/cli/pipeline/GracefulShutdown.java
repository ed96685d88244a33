package io.newsfold.cli.pipeline;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a process finish its work after a signal (SIGINT, SIGTERM). It is open until the signal arrives; then the
 * process has 30 s to close it.
 */
public final class GracefulShutdown implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final CountDownLatch signal = new CountDownLatch(1);
    private final CountDownLatch drained = new CountDownLatch(1);
    private final Thread hook = new Thread(this::drain, "drain");

    private GracefulShutdown() {}

    public static GracefulShutdown onSignal() {
        GracefulShutdown shutdown = new GracefulShutdown();
        Runtime.getRuntime().addShutdownHook(shutdown.hook);
        return shutdown;
    }

    /** Whether no signal has arrived. */
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
                System.err.println("newsfold: stopped after " + PATIENCE_SECONDS
                        + " s in the middle of work: nothing is lost, the next start goes on from here and completes"
                        + " the files");
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
            return; // the JVM is shutting down already
        }
    }
}
