package io.newsfold.enrich.entity.build;

import it.unimi.dsi.fastutil.Arrays;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which items belong to which, as pairs of numbers: 16 bytes each. */
final class IdPairs {
    /** Length of a pair in a file: two longs, big-endian. */
    static final int BYTES = 2 * Long.BYTES;

    private final long[] lower;
    private final long[] upper;

    private IdPairs(int size) {
        lower = new long[size];
        upper = new long[size];
    }

    /** Reads a file of pairs. */
    static IdPairs read(Path file) throws IOException {
        IdPairs pairs = new IdPairs(Math.toIntExact(Files.size(file) / BYTES));
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            for (int i = 0; i < pairs.lower.length; i++) {
                pairs.lower[i] = in.readLong();
                pairs.upper[i] = in.readLong();
            }
        }
        Arrays.quickSort(0, pairs.lower.length, pairs::compare, pairs::swap);
        return pairs;
    }

    private int compare(int a, int b) {
        int byLower = Long.compare(lower[a], lower[b]);
        return byLower == 0 ? Long.compare(upper[a], upper[b]) : byLower;
    }

    private void swap(int a, int b) {
        long other = lower[a];
        lower[a] = lower[b];
        lower[b] = other;
        other = upper[a];
        upper[a] = upper[b];
        upper[b] = other;
    }

    /** The items to which an item belongs, by number. */
    List<Long> above(long item) {
        int first = java.util.Arrays.binarySearch(lower, item);
        if (first < 0) {
            return List.of();
        }
        while (first > 0 && lower[first - 1] == item) {
            first--;
        }
        List<Long> found = new ArrayList<>();
        for (int i = first; i < lower.length && lower[i] == item; i++) {
            found.add(upper[i]);
        }
        return found;
    }
}
