package io.newsfold.enrich.entity;

import it.unimi.dsi.fastutil.Arrays;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts the names of a table by key, and those of one key by entity: in memory as far as {@link #RUN} names, then in
 * files that are merged. Not thread-safe.
 */
final class NameSort {
    /** So many names are sorted in memory: 64 MB. */
    private static final int RUN = 1 << 22;

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final long[] keys;
    private final long[] postings;
    private final List<Path> runs = new ArrayList<>();
    private int filled;
    private long size;

    NameSort(Path folder) {
        this(folder, RUN);
    }

    NameSort(Path folder, int run) {
        this.folder = folder;
        this.keys = new long[run];
        this.postings = new long[run];
    }

    /** Receives the names in their order. */
    interface Receiver {
        void accept(long key, long posting) throws IOException;
    }

    long size() {
        return size;
    }

    void add(long key, Posting posting) throws IOException {
        if (filled == keys.length) {
            spill();
        }
        keys[filled] = key;
        postings[filled++] = posting.bits();
        size++;
    }

    private void sort() {
        Arrays.quickSort(0, filled, this::compare, this::swap);
    }

    private int compare(int a, int b) {
        int byKey = Long.compareUnsigned(keys[a], keys[b]);
        return byKey == 0 ? Long.compareUnsigned(postings[a], postings[b]) : byKey;
    }

    private void swap(int a, int b) {
        long key = keys[a];
        keys[a] = keys[b];
        keys[b] = key;
        long posting = postings[a];
        postings[a] = postings[b];
        postings[b] = posting;
    }

    private void spill() throws IOException {
        sort();
        Path run = folder.resolve("names-" + runs.size());
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), BUFFER))) {
            for (int i = 0; i < filled; i++) {
                out.writeLong(keys[i]);
                out.writeLong(postings[i]);
            }
        }
        runs.add(run);
        filled = 0;
    }

    /** A run that is being read. */
    private static final class Reader {
        private final DataInputStream in;
        private long left;
        private long key;
        private long posting;

        Reader(Path run) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(run), BUFFER));
            left = Files.size(run) / (2 * Long.BYTES);
        }

        /** Reads the next name; false at the end, where it closes the file. */
        boolean next() throws IOException {
            if (left-- == 0) {
                in.close();
                return false;
            }
            key = in.readLong();
            posting = in.readLong();
            return true;
        }
    }

    /** Hands all names over in their order, and deletes the files. */
    void merge(Receiver receiver) throws IOException {
        if (runs.isEmpty()) {
            sort();
            for (int i = 0; i < filled; i++) {
                receiver.accept(keys[i], postings[i]);
            }
            return;
        }
        spill();
        Comparator<Reader> order = (a, b) -> {
            int byKey = Long.compareUnsigned(a.key, b.key);
            return byKey == 0 ? Long.compareUnsigned(a.posting, b.posting) : byKey;
        };
        PriorityQueue<Reader> queue = new PriorityQueue<>(order);
        for (Path run : runs) {
            Reader reader = new Reader(run);
            if (reader.next()) {
                queue.add(reader);
            }
        }
        for (Reader first = queue.poll(); first != null; first = queue.poll()) {
            receiver.accept(first.key, first.posting);
            if (first.next()) {
                queue.add(first);
            }
        }
        for (Path run : runs) {
            Files.delete(run);
        }
    }
}
