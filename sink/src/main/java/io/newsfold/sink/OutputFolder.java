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

/**
 * An output folder, locked by the one program that writes to it. The folder belongs to the topics whose records were
 * first written to it: records of a topic that was deleted and created again do not go into the old files.
 */
final class OutputFolder implements AutoCloseable {
    private final OutputPaths paths;
    private final FileChannel lock;

    private OutputFolder(Path out, FileChannel lock) {
        this.paths = new OutputPaths(out);
        this.lock = lock;
    }

    /**
     * Locks a folder for these topics.
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

    /**
     * Locks a folder, whatever topics it belongs to.
     *
     * @throws FolderBusyException where another program writes to it
     */
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
            // this very process holds it: same exception as below
        }
        channel.close();
        throw new FolderBusyException(out);
    }

    /**
     * Makes sure that no other program writes to a folder, and creates nothing.
     *
     * @throws FolderBusyException where one does
     */
    static void requireFree(Path out) {
        if (!Files.exists(out.resolve(".lock"))) {
            return;
        }
        try (OutputFolder folder = lock(out)) {
            folder.paths();
        } catch (IOException e) {
            throw new OutputException("cannot lock " + out + ": " + e.getMessage(), e);
        }
    }

    /** Recovers from a kill: restores folders that a swap had moved away, and discards temporary files. */
    void recover(List<Topic> topics) throws IOException {
        for (Topic topic : topics) {
            paths.latestSwap(new RowType(topic, false)).recover();
            paths.historySwap(new RowType(topic, true)).recover();
        }
        DurableFiles.delete(paths.temporary());
        Files.createDirectories(paths.temporary());
    }

    OutputPaths paths() {
        return paths;
    }

    private void checkIdentity(Properties client, List<Topic> topics) throws IOException {
        Path identity = paths.topics();
        List<String> ids = topicIds(client, topics);
        if (!Files.exists(identity)) {
            DurableFiles.replace(identity, ids);
        } else if (!Files.readAllLines(identity).equals(ids)) {
            throw new OutputException(paths.out() + " belongs to another " + Topic.ENRICHED.topicName()
                    + " topic than this one: name another folder with --out, or remove it");
        }
    }

    static List<String> topicIds(Properties client, List<Topic> topics) {
        try (Admin admin = Admin.create(client)) {
            var descriptions = admin.describeTopics(
                            topics.stream().map(Topic::topicName).toList())
                    .allTopicNames()
                    .get();
            return descriptions.values().stream()
                    .map(topic -> topic.name() + " " + topic.topicId())
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
