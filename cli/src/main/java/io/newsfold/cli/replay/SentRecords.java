package io.newsfold.cli.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.cli.pipeline.FolderCheck;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.Cluster;
import io.newsfold.kafka.TopicReader;
import io.newsfold.sink.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.header.Header;

/**
 * The records that this machine has sent to a cluster. Before a replay sends anything, the end offsets of the raw topic
 * are saved; after a kill, the records that it had sent are read back from these offsets on.
 */
final class SentRecords {
    private final Path file;
    private final Path begun;
    private final Set<String> known = new HashSet<>();
    private final List<String> fresh = new ArrayList<>();

    private SentRecords(Path file) {
        this.file = file;
        this.begun = file.resolveSibling(file.getFileName() + ".begun");
    }

    /** Reads the list of earlier replays, and saves the end offsets of the raw topic. */
    static SentRecords open(Path folder, Properties client) {
        try (Cluster cluster = new Cluster(client)) {
            SentRecords sent = new SentRecords(folder.resolve("sent-" + cluster.check()));
            cluster.require(Topic.RAW);
            Files.createDirectories(folder);
            if (Files.exists(sent.file)) {
                sent.known.addAll(Files.readAllLines(sent.file));
            }
            if (Files.exists(sent.begun)) {
                sent.readBack(client);
            } else {
                sent.begin(cluster);
            }
            return sent;
        } catch (IOException e) {
            throw new OutputException(
                    "cannot keep a list of what was sent: " + FolderCheck.reason(folder, e) + " (--data)", e);
        }
    }

    private void begin(Cluster cluster) throws IOException {
        List<String> lines = new ArrayList<>();
        cluster.ends(List.of(Topic.RAW.topicName()))
                .forEach((partition, end) -> lines.add(partition.partition() + " " + end));
        Path beside = begun.resolveSibling(begun.getFileName() + ".new");
        Files.write(beside, lines);
        Files.move(beside, begun, StandardCopyOption.ATOMIC_MOVE);
    }

    private void readBack(Properties client) throws IOException {
        Map<Integer, Long> offsets = new HashMap<>();
        for (String line : Files.readAllLines(begun)) {
            String[] words = line.split(" ", 2);
            offsets.put(Integer.parseInt(words[0]), Long.parseLong(words[1]));
        }
        try (TopicReader reader = TopicReader.from(client, offsets, Topic.RAW)) {
            reader.readToEnd(entry -> {
                Header id = entry.headers().lastHeader("ce_id");
                if (id != null && known.add(new String(id.value(), UTF_8))) {
                    fresh.add(new String(id.value(), UTF_8));
                }
            });
        }
    }

    /** @return whether the record is new */
    boolean add(String eventId) {
        boolean isNew = known.add(eventId);
        if (isNew) {
            fresh.add(eventId);
        }
        return isNew;
    }

    /** Saves the new records. To be called after all of them are acknowledged. */
    void finish() {
        try {
            Files.write(file, fresh, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            Files.deleteIfExists(begun);
        } catch (IOException e) {
            throw new OutputException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
