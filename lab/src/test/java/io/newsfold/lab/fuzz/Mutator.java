package io.newsfold.lab.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages inputs as a fuzzer does, but the same way on every machine. Not thread-safe. */
final class Mutator {
    private static final int MOST_CHANGES = 6;
    private static final int MOST_BYTES = 16_384;

    private final List<byte[]> corpus;
    private final List<byte[]> words;
    private final Random random;

    /**
     * @param corpus inputs, parts of which are put into others
     * @param words what is put into inputs, too
     */
    Mutator(List<byte[]> corpus, List<byte[]> words, long seed) {
        this.corpus = List.copyOf(corpus);
        this.words = List.copyOf(words);
        this.random = new Random(seed);
    }

    /** One of the inputs with up to six changes. */
    byte[] next() {
        byte[] input = one(corpus);
        for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
            input = changed(input);
        }
        return input;
    }

    private byte[] changed(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + random.nextInt(32));
        return switch (random.nextInt(5)) {
            case 0 -> replaced(input, from, to, new byte[0]);
            case 1 -> replaced(input, from, from, one(words));
            case 2 -> replaced(input, from, to, one(words));
            case 3 -> replaced(input, from, Math.min(input.length, from + 1), new byte[] {(byte) random.nextInt(256)});
            default -> replaced(input, from, from, span(one(corpus)));
        };
    }

    private byte[] span(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = from + random.nextInt(input.length - from + 1);
        return Arrays.copyOfRange(input, from, to);
    }

    private static byte[] replaced(byte[] input, int from, int to, byte[] other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(input, 0, from);
        out.writeBytes(other);
        out.write(input, to, input.length - to);
        byte[] all = out.toByteArray();
        return all.length <= MOST_BYTES ? all : Arrays.copyOf(all, MOST_BYTES);
    }

    private byte[] one(List<byte[]> some) {
        return some.get(random.nextInt(some.size()));
    }
}
