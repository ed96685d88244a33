package io.newsfold.ingest.publish;

import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.Delivery;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts deliveries into another order than that of their files. They are spooled to a temporary file; memory holds only
 * their times and positions, so that any number can be sorted. Not thread-safe; closing deletes the file.
 */
public final class DeliverySorter implements AutoCloseable {
    private final Path file;
    private final Function<Delivery, Instant> time;
    private final @Nullable Instant from;
    private final @Nullable Instant to;
    private final DataOutputStream out;
    private final List<SpooledDelivery> spooled = new ArrayList<>();
    private long end;

    /** A delivery in the temporary file: its time, and where its bytes are. */
    private record SpooledDelivery(Instant time, long position, int length) {}

    /**
     * An empty sorter.
     *
     * @param time gives the time to sort by
     * @param from earlier deliveries are left out; null for no bound
     * @param to deliveries of this time or later are left out; null for no bound
     */
    public DeliverySorter(Function<Delivery, Instant> time, @Nullable Instant from, @Nullable Instant to) {
        this.time = time;
        this.from = from;
        this.to = to;
        try {
            file = Files.createTempFile("newsfold-order", ".tmp");
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a temporary file", e);
        }
    }

    /** Adds a delivery if its time lies within the bounds. */
    public void add(Delivery delivery) {
        Instant when = time.apply(delivery);
        if (from != null && when.isBefore(from) || to != null && !when.isBefore(to)) {
            return;
        }
        try {
            byte[] bytes = bytes(delivery);
            out.write(bytes);
            spooled.add(new SpooledDelivery(when, end, bytes.length));
            end += bytes.length;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** How many deliveries lie within the bounds. */
    public int size() {
        return spooled.size();
    }

    /** Gives all in the order of their times; those of the same time in the order in which they were added. */
    public void sorted(Consumer<Delivery> receiver) {
        List<SpooledDelivery> order = new ArrayList<>(spooled);
        order.sort(Comparator.comparing(SpooledDelivery::time));
        deliver(order, receiver);
    }

    /** Gives all in a random order, the same for the same {@code seed}. */
    public void shuffled(long seed, Consumer<Delivery> receiver) {
        List<SpooledDelivery> order = new ArrayList<>(spooled);
        Collections.shuffle(order, new Random(seed));
        deliver(order, receiver);
    }

    private void deliver(List<SpooledDelivery> order, Consumer<Delivery> receiver) {
        try {
            out.flush();
            try (FileChannel channel = FileChannel.open(file)) {
                for (SpooledDelivery entry : order) {
                    receiver.accept(delivery(channel, entry));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Delivery delivery(FileChannel channel, SpooledDelivery entry) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(entry.length());
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, entry.position() + bytes.position()) < 0) {
                throw new IOException("the file is shorter than what was written");
            }
        }
        return delivery(new DataInputStream(new ByteArrayInputStream(bytes.array())));
    }

    private static byte[] bytes(Delivery delivery) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream to = new DataOutputStream(bytes);
        About about = delivery.about();
        Delivery.Refusal refusal = delivery.refusal();
        write(to, delivery.key());
        write(to, delivery.body());
        write(to, about.fetched().toString());
        write(to, about.origin());
        write(to, about.contentType());
        write(to, about.published());
        write(to, about.publisher());
        write(to, about.headline());
        write(to, about.author());
        write(to, about.feed());
        write(to, about.sourceId());
        write(to, String.join(",", about.flags()));
        write(to, about.address());
        write(to, about.language());
        write(to, delivery.doubt());
        write(to, refusal == null ? null : refusal.reason().name());
        write(to, refusal == null ? null : refusal.message());
        return bytes.toByteArray();
    }

    private static Delivery delivery(DataInputStream in) throws IOException {
        String key = required(in);
        byte[] body = read(in);
        Instant fetched = Instant.parse(required(in));
        About about = new About(
                fetched,
                required(in),
                text(in),
                text(in),
                text(in),
                text(in),
                text(in),
                text(in),
                text(in),
                List.of(required(in).split(",")),
                text(in),
                text(in));
        String doubt = text(in);
        String reason = text(in);
        String message = text(in);
        Delivery.Refusal refusal =
                reason == null || message == null ? null : new Delivery.Refusal(Reason.valueOf(reason), message);
        return new Delivery(key, body, about, doubt, refusal);
    }

    /** Writes UTF-16, in which even text with unpaired surrogates comes back unchanged. */
    private static void write(DataOutputStream to, @Nullable String text) throws IOException {
        to.writeInt(text == null ? -1 : text.length());
        to.writeChars(text == null ? "" : text);
    }

    private static void write(DataOutputStream to, byte @Nullable [] bytes) throws IOException {
        to.writeInt(bytes == null ? -1 : bytes.length);
        to.write(bytes == null ? new byte[0] : bytes);
    }

    private static byte @Nullable [] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : in.readNBytes(length);
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        StringBuilder text = new StringBuilder(Math.max(0, length));
        for (int i = 0; i < length; i++) {
            text.append(in.readChar());
        }
        return length < 0 ? null : text.toString();
    }

    private static String required(DataInputStream in) throws IOException {
        return Objects.requireNonNull(text(in));
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
