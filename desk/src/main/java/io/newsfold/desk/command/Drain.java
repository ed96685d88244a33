package io.newsfold.desk.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Open until a signal comes; then the process has half a minute to end what is under way and close this. */
final class Drain implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final AtomicBoolean told = new AtomicBoolean();
    private final CountDownLatch drained = new CountDownLatch(1);
    private final Thread hook = new Thread(this::drain, "drain");

    private Drain() {}

    static Drain onSignal() {
        Drain drain = new Drain();
        Runtime.getRuntime().addShutdownHook(drain.hook);
        return drain;
    }

    /** Whether nobody told the process to stop. */
    boolean isOpen() {
        return !told.get();
    }

    private void drain() {
        told.set(true);
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
