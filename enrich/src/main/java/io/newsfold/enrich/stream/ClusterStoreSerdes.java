package io.newsfold.enrich.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.Lineage.Evidence;
import io.newsfold.enrich.cluster.ClusterStore.Member;
import io.newsfold.enrich.match.CandidatePair;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;

/** The binary form of pairs and members in the stores: an article has dozens of them. */
final class ClusterStoreSerdes {
    private static final double MILLIONTHS = 1e6;

    /** A score takes 20 bits; what is above them is the number of rare names in both. */
    private static final int RARE_NAMES = 20;

    private static final int SCORE = (1 << RARE_NAMES) - 1;

    private ClusterStoreSerdes() {}

    static Serde<CandidatePair> pairs() {
        return new BinarySerde<>(
                pair -> {
                    byte[] evidence = pair.evidence() == null ? new byte[0] : evidence(pair.evidence());
                    return withPosition(pair.other(), 24 + evidence.length)
                            .putLong(pair.version())
                            .putLong(pair.otherVersion())
                            .putInt(millionths(pair.copyScore()))
                            .putInt(millionths(pair.storyScore()) | pair.rareNames() << RARE_NAMES)
                            .put(evidence)
                            .array();
                },
                bytes -> {
                    ByteBuffer in = ByteBuffer.wrap(bytes);
                    CanonicalPosition other = position(in);
                    long version = in.getLong();
                    long otherVersion = in.getLong();
                    double copy = in.getInt() / MILLIONTHS;
                    int storyAndNames = in.getInt();
                    double story = (storyAndNames & SCORE) / MILLIONTHS;
                    int names = storyAndNames >>> RARE_NAMES;
                    return new CandidatePair(
                            other, version, otherVersion, copy, story, names, in.hasRemaining() ? evidence(in) : null);
                });
    }

    private static int millionths(double score) {
        return (int) Math.round(score * MILLIONTHS);
    }

    /** Without the threshold; terms and numbers as two lines. */
    private static byte[] evidence(Evidence evidence) {
        byte[] lists =
                (String.join(" ", evidence.terms()) + "\n" + String.join(" ", evidence.numbers())).getBytes(UTF_8);
        return ByteBuffer.allocate(8 + lists.length)
                .putInt(millionths(evidence.copyScore()))
                .putInt(millionths(evidence.storyScore()))
                .put(lists)
                .array();
    }

    private static Evidence evidence(ByteBuffer in) {
        double copy = in.getInt() / MILLIONTHS;
        double story = in.getInt() / MILLIONTHS;
        byte[] lists = new byte[in.remaining()];
        in.get(lists);
        String[] lines = new String(lists, UTF_8).split("\n", -1);
        return new Evidence(copy, story, 0, words(lines[0]), words(lines[1]));
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" ", -1));
    }

    static Serde<Member> members() {
        return new BinarySerde<>(
                member -> withPosition(member.position(), 1)
                        .put((byte) (member.counts() ? 0 : 1))
                        .array(),
                bytes -> {
                    ByteBuffer in = ByteBuffer.wrap(bytes);
                    return new Member(position(in), in.get() == 0);
                });
    }

    /** A buffer that begins with a position and has room for {@code more} bytes. */
    private static ByteBuffer withPosition(CanonicalPosition position, int more) {
        byte[] id = position.id().getBytes(UTF_8);
        ByteBuffer out = ByteBuffer.allocate(2 * (8 + 4) + 4 + id.length + more);
        put(out, position.time());
        put(out, position.seen());
        return out.putInt(id.length).put(id);
    }

    private static void put(ByteBuffer out, Instant time) {
        out.putLong(time.getEpochSecond()).putInt(time.getNano());
    }

    private static CanonicalPosition position(ByteBuffer in) {
        Instant time = Instant.ofEpochSecond(in.getLong(), in.getInt());
        Instant firstFetched = Instant.ofEpochSecond(in.getLong(), in.getInt());
        byte[] id = new byte[in.getInt()];
        in.get(id);
        return new CanonicalPosition(time, firstFetched, new String(id, UTF_8));
    }
}
