package io.newsfold.sink;

import io.newsfold.contract.Topic;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** A folder of files while one program writes to it. It belongs to the topics that were first written to it: one that was made anew does not go on into old files. */
final class OutputFolder implements AutoCloseable {
    private final Path out;
    private final FileChannel lock;

    private OutputFolder(Path out, FileChannel lock) {
        this.out = out;
        this.lock = lock;
    }

    /**
     * Takes a folder for these topics.
     *
     * @throws OutputException where another program writes to it, or it belongs to other topics
     */
    static OutputFolder open(Path out, Properties client, List<Topic> topics) throws IOException {
        OutputFolder folder = lock(out);
        try {
            folder.checkIdentity(client, topics);
            return folder;
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** @throws OutputException where another program writes to it */
    static OutputFolder lock(Path out) throws IOException {
        Files.createDirectories(out);
        FileChannel channel =
                FileChannel.open(out.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new OutputFolder(out, channel);
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: said below
        }
        channel.close();
        throw new OutputException("another program writes to " + out + ": stop it, or name another folder with --out");
    }

    /** Puts away what a kill left behind. */
    void tidy(List<Topic> topics) throws IOException {
        for (Topic topic : topics) {
            String name = new RowType(topic, false).folder();
            LatestSnapshot.recover(out.resolve("latest").resolve(name), temporary());
            Compaction.recover(out.resolve("history").resolve(name), temporary());
        }
        DurableFiles.delete(temporary());
        Files.createDirectories(temporary());
    }

    Path temporary() {
        return out.resolve(".tmp");
    }

    private void checkIdentity(Properties client, List<Topic> topics) throws IOException {
        Path identity = out.resolve(".topics");
        List<String> ids = topicIds(client, topics);
        if (!Files.exists(identity)) {
            DurableFiles.replace(identity, ids);
        } else if (!Files.readAllLines(identity).equals(ids)) {
            throw new OutputException(out + " belongs to another " + Topic.ENRICHED.topicName()
                    + " topic than this one: name another folder with --out, or remove it");
        }
    }

    private static List<String> topicIds(Properties client, List<Topic> topics) {
        try (Admin admin = Admin.create(client)) {
            var known = admin.describeTopics(
                            topics.stream().map(Topic::topicName).toList())
                    .allTopicNames()
                    .get();
            return known.values().stream()
                    .map(t -> t.name() + " " + t.topicId())
                    .sorted()
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutputException("interrupted while asking for the topics", e);
        } catch (ExecutionException e) {
            throw new OutputException("cannot describe the topics of the sink: " + e.getCause(), e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
