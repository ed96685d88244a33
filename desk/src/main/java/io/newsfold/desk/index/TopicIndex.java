package io.newsfold.desk.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Json;
import io.newsfold.contract.Receipt;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.SourceState;
import io.newsfold.contract.Story;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.Topic;
import io.newsfold.desk.index.IndexDocument.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public topics as the desk needs them: an index on disk, with the offsets that it has come to in the same commit, so that a kill sets both back
 * to one earlier moment. Memory is bounded however many articles there are. One thread writes; any number read. The caller closes it.
 */
public final class TopicIndex implements AutoCloseable {
    /** What is read, in this order of importance. */
    public static final List<Topic> TOPICS =
            List.of(Topic.ENRICHED, Topic.STORIES, Topic.CHANGES, Topic.REJECTED, Topic.RECEIPTS, Topic.SOURCES);

    private static final Logger LOG = LoggerFactory.getLogger(TopicIndex.class);
    private static final String CLUSTER = "cluster";

    /** A read of the index as it stood at one moment. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(IndexSearcher searcher) throws IOException;
    }

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final String cluster;
    private final Map<TopicPartition, Long> offsets = new HashMap<>();
    private final Set<String> unseen = new HashSet<>(); // keys written since readers were renewed
    private boolean changed;

    private TopicIndex(Path folder, String cluster) throws IOException {
        this.cluster = cluster;
        Files.createDirectories(folder);
        directory = FSDirectory.open(folder);
        if (isOfAnother(directory, cluster)) {
            for (String file : directory.listAll()) {
                directory.deleteFile(file);
            }
        }
        writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()).setRAMBufferSizeMB(32));
        Iterable<Map.Entry<String, String>> kept = writer.getLiveCommitData();
        if (kept != null) {
            for (Map.Entry<String, String> entry : kept) {
                int at = entry.getKey().lastIndexOf('@');
                if (at > 0) {
                    offsets.put(
                            new TopicPartition(
                                    entry.getKey().substring(0, at),
                                    Integer.parseInt(entry.getKey().substring(at + 1))),
                            Long.parseLong(entry.getValue()));
                }
            }
        }
        searchers = new SearcherManager(writer, null);
    }

    /**
     * Opens the index in {@code folder}, or begins one; one of another cluster is thrown away.
     *
     * @throws UncheckedIOException where it cannot be read or written, or another process holds it
     */
    public static TopicIndex open(Path folder, String cluster) {
        try {
            return new TopicIndex(folder, cluster);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the desk's index in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean isOfAnother(FSDirectory directory, String cluster) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return false;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return !cluster.equals(reader.getIndexCommit().getUserData().get(CLUSTER));
        }
    }

    /** Where to read on. */
    public Map<TopicPartition, Long> offsets() {
        return Map.copyOf(offsets);
    }

    /** Takes in records of {@link #TOPICS}, of one partition in the order of offsets; readers see all of them or none. */
    public void apply(Iterable<ConsumerRecord<String, byte[]>> records) {
        try {
            for (ConsumerRecord<String, byte[]> entry : records) {
                applyReadable(entry);
                offsets.put(new TopicPartition(entry.topic(), entry.partition()), entry.offset() + 1);
                changed = true;
            }
            renewReaders();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the desk's index", e);
        }
    }

    /** What strangers wrote to a topic and cannot be read is passed over: the sink rejects it. */
    private void applyReadable(ConsumerRecord<String, byte[]> entry) throws IOException {
        try {
            apply(entry);
        } catch (UncheckedIOException | NullPointerException | IllegalArgumentException e) {
            if (e instanceof UncheckedIOException && !(e.getCause() instanceof JsonProcessingException)) {
                throw e;
            }
            LOG.warn(
                    "{}-{}@{} is not one of our records and is not shown",
                    entry.topic(),
                    entry.partition(),
                    entry.offset());
        }
    }

    private void apply(ConsumerRecord<String, byte[]> entry) throws IOException {
        Coordinates at = new Coordinates(entry.topic(), entry.partition(), entry.offset());
        byte @Nullable [] json = entry.value();
        String id = entry.key();
        if (entry.topic().equals(Topic.ENRICHED.topicName())) {
            article(id, json);
        } else if (entry.topic().equals(Topic.STORIES.topicName())) {
            put(Kind.STORY, id, json == null ? null : IndexDocument.of(Json.read(json, Story.class), json));
        } else if (entry.topic().equals(Topic.SOURCES.topicName())) {
            put(Kind.SOURCE, id, json == null ? null : IndexDocument.of(Json.read(json, SourceState.class), json));
        } else if (json == null) {
            return; // the topics that only grow have no such records
        } else if (entry.topic().equals(Topic.CHANGES.topicName())) {
            put(IndexDocument.of(Json.read(json, StoryChange.class), entry.timestamp(), at));
        } else if (entry.topic().equals(Topic.REJECTED.topicName())) {
            put(IndexDocument.of(Json.read(json, Rejection.class), at));
        } else {
            receipt(Json.read(json, Receipt.class));
        }
    }

    private void article(String id, byte @Nullable [] json) throws IOException {
        if (json == null) {
            put(Kind.ARTICLE, id, null);
            for (int revision = 1; isThere(Kind.VERSION, id + ":" + revision); revision++) {
                put(Kind.VERSION, id + ":" + revision, null);
            }
            return;
        }
        EnrichedArticle article = Json.read(json, EnrichedArticle.class);
        int revision = article.article().versions().size();
        if (revision > 1) {
            Optional<EnrichedArticle> before = latest(Kind.ARTICLE, id, EnrichedArticle.class);
            if (before.isPresent() && before.get().article().versions().size() < revision) {
                var past = before.get().article();
                put(IndexDocument.of(
                        id,
                        new FormerText(
                                past.versions().size(),
                                past.text().headline(),
                                past.text().articleBody())));
            }
        }
        put(IndexDocument.of(article, json));
    }

    private void receipt(Receipt receipt) throws IOException {
        List<Receipt> receipts = latest(Kind.RECEIPTS, receipt.id(), IndexDocument.Receipts.class)
                .map(IndexDocument.Receipts::receipts)
                .orElse(List.of());
        if (receipts.stream().noneMatch(r -> r.raw().equals(receipt.raw()))) {
            put(IndexDocument.of(
                    receipt.id(),
                    Stream.concat(receipts.stream(), Stream.of(receipt)).toList()));
        }
    }

    private void put(Kind kind, String id, @Nullable IndexDocument entry) throws IOException {
        if (entry != null) {
            put(entry);
            return;
        }
        writer.deleteDocuments(kind.key(id));
        unseen.add(kind.key(id).text());
    }

    private void put(IndexDocument entry) throws IOException {
        writer.updateDocument(entry.key(), entry.document());
        unseen.add(entry.key().text());
    }

    private boolean isThere(Kind kind, String id) throws IOException {
        return latest(kind, id, Object.class).isPresent();
    }

    /** For the writing thread: what it has written itself is there. */
    private <T> Optional<T> latest(Kind kind, String id, Class<T> type) throws IOException {
        if (unseen.contains(kind.key(id).text())) {
            renewReaders();
        }
        return one(kind, id, type);
    }

    private void renewReaders() throws IOException {
        searchers.maybeRefreshBlocking();
        unseen.clear();
    }

    /** Makes what was taken in outlast a kill, if there is any. */
    public void commit() {
        if (!changed) {
            return;
        }
        Map<String, String> data = new HashMap<>();
        data.put(CLUSTER, cluster);
        offsets.forEach((partition, offset) ->
                data.put(partition.topic() + "@" + partition.partition(), Long.toString(offset)));
        writer.setLiveCommitData(data.entrySet());
        try {
            writer.commit();
            changed = false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the desk's index", e);
        }
    }

    /** Asks the index as it stands. */
    public <T> T read(Reading<T> reading) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.read(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the desk's index", e);
        }
    }

    <T> Optional<T> one(Kind kind, String id, Class<T> type) {
        return read(searcher -> {
            TopDocs found = searcher.search(new TermQuery(kind.key(id)), 1);
            return found.scoreDocs.length == 0
                    ? Optional.empty()
                    : Optional.of(record(searcher, found.scoreDocs[0].doc, type));
        });
    }

    static <T> T record(IndexSearcher searcher, int document, Class<T> type) throws IOException {
        var json = searcher.storedFields()
                .document(document, Set.of(IndexDocument.JSON))
                .getBinaryValue(IndexDocument.JSON);
        return Json.read(
                json.offset == 0 && json.length == json.bytes.length
                        ? json.bytes
                        : java.util.Arrays.copyOfRange(json.bytes, json.offset, json.offset + json.length),
                type);
    }

    @Override
    public void close() {
        commit();
        try {
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the desk's index", e);
        }
    }
}
