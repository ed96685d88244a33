package io.newsfold.desk.index;

import java.util.concurrent.atomic.AtomicLongArray;

/** Number of enriched articles in each of the last minutes. Thread-safe. */
public final class Throughput {
    private static final int MINUTES = 60;

    private final AtomicLongArray minutes = new AtomicLongArray(MINUTES + 1);
    private final AtomicLongArray counts = new AtomicLongArray(MINUTES + 1);

    void count() {
        long minute = minute();
        int slot = (int) (minute % minutes.length());
        if (minutes.getAndSet(slot, minute) != minute) {
            counts.set(slot, 0);
        }
        counts.incrementAndGet(slot);
    }

    /** Number of articles in the last {@code many} whole minutes, at most 60. */
    public long ofLast(int many) {
        long now = minute();
        long sum = 0;
        for (int i = 0; i < minutes.length(); i++) {
            long age = now - minutes.get(i);
            if (age >= 1 && age <= many) {
                sum += counts.get(i);
            }
        }
        return sum;
    }

    private static long minute() {
        return Math.floorDiv(System.nanoTime(), 60_000_000_000L);
    }
}
