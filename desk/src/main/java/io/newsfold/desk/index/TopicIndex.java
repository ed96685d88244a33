package io.newsfold.desk.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.newsfold.contract.ArticleText;
import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Json;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.Receipt;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.SourceState;
import io.newsfold.contract.Story;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An index of the public topics on disk. Each commit holds the offsets it was made from, so that after a kill the index
 * and its offsets are of the same moment. Memory is bounded, however many articles there are. One thread writes, any
 * number of threads read. The caller closes it.
 */
public final class TopicIndex implements AutoCloseable {
    /** The topics in the index, the most important first. */
    public static final List<Topic> TOPICS = List.of(
            Topic.ENRICHED,
            Topic.STORIES,
            Topic.CHANGES,
            Topic.REJECTED,
            Topic.RECEIPTS,
            Topic.SOURCES,
            Topic.OVERRIDES);

    private static final Logger LOG = LoggerFactory.getLogger(TopicIndex.class);
    private static final String CLUSTER = "cluster";
    private static final String FORMAT = "format";
    /** Of the documents; one more with each change that makes older ones unreadable. */
    private static final String CURRENT_FORMAT = "7";

    private static final String CANNOT_WRITE = "cannot write the desk's index";

    /** A read of the index at one moment. */
    @FunctionalInterface
    interface IndexRead<T> {
        T read(IndexSearcher searcher) throws IOException;
    }

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final String cluster;
    private final Map<TopicPartition, Long> offsets = new HashMap<>();
    private final Set<String> unrefreshed = new HashSet<>(); // keys written since the last refresh of the readers
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
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig(LanguageAnalysis.ANALYZER)
                        .setCodec(new Lucene912Codec(Lucene912Codec.Mode.BEST_COMPRESSION)) // records are most of it
                        .setRAMBufferSizeMB(32));
        Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
        if (committed != null) {
            committed.forEach(this::restoreOffset);
        }
        searchers = new SearcherManager(writer, null);
    }

    /** Takes the offset of a partition from an entry of the commit; the entry of the cluster is none. */
    private void restoreOffset(Map.Entry<String, String> entry) {
        int at = entry.getKey().lastIndexOf('@');
        if (at > 0) {
            String topic = entry.getKey().substring(0, at);
            int partition = Integer.parseInt(entry.getKey().substring(at + 1));
            offsets.put(new TopicPartition(topic, partition), Long.parseLong(entry.getValue()));
        }
    }

    /**
     * Opens the index in {@code folder}, or creates one; an index of another cluster or format is deleted first.
     *
     * @throws IllegalArgumentException where another process uses it
     * @throws UncheckedIOException where the folder cannot be read or written
     */
    public static TopicIndex open(Path folder, String cluster) {
        try {
            return new TopicIndex(folder, cluster);
        } catch (LockObtainFailedException e) {
            throw new IllegalArgumentException(
                    "another desk uses the index in " + folder + ": stop it, or name another folder with --data", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the desk's index in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean isOfAnother(FSDirectory directory, String cluster) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return false;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<String, String> data = reader.getIndexCommit().getUserData();
            return !cluster.equals(data.get(CLUSTER)) || !CURRENT_FORMAT.equals(data.get(FORMAT));
        }
    }

    /** The offsets of the next records to read. */
    public Map<TopicPartition, Long> offsets() {
        return Map.copyOf(offsets);
    }

    /**
     * Indexes records of {@link #TOPICS}; those of one partition come in the order of offsets. Readers see all of them
     * or none.
     *
     * @return the records that are in the index now: all but those that are not of our schemas
     */
    public List<ConsumerRecord<String, byte[]>> apply(Iterable<ConsumerRecord<String, byte[]>> records) {
        List<ConsumerRecord<String, byte[]>> indexed = new ArrayList<>();
        try {
            for (ConsumerRecord<String, byte[]> entry : records) {
                if (applyReadable(entry)) {
                    indexed.add(entry);
                }
                offsets.put(new TopicPartition(entry.topic(), entry.partition()), entry.offset() + 1);
                changed = true;
            }
            refreshReaders();
        } catch (IOException e) {
            throw new UncheckedIOException(CANNOT_WRITE, e);
        }
        return indexed;
    }

    /** Skips a record that is not of our schemas: the sink rejects it. */
    private boolean applyReadable(ConsumerRecord<String, byte[]> entry) throws IOException {
        try {
            apply(entry);
            return true;
        } catch (UncheckedIOException | IllegalArgumentException e) {
            if (e instanceof UncheckedIOException && !(e.getCause() instanceof JsonProcessingException)) {
                throw e;
            }
            LOG.warn(
                    "skipped {}-{}@{}, which is not one of our records: {}",
                    entry.topic(),
                    entry.partition(),
                    entry.offset(),
                    e.getMessage());
            return false;
        }
    }

    private void apply(ConsumerRecord<String, byte[]> entry) throws IOException {
        Coordinates at = new Coordinates(entry.topic(), entry.partition(), entry.offset());
        byte @Nullable [] json = entry.value();
        String id = entry.key();
        if (entry.topic().equals(Topic.ENRICHED.topicName())) {
            article(id, json);
        } else if (entry.topic().equals(Topic.STORIES.topicName())) {
            put(DocumentKind.STORY, id, json == null ? null : story(json));
        } else if (entry.topic().equals(Topic.SOURCES.topicName())) {
            put(DocumentKind.SOURCE, id, json == null ? null : source(json));
        } else if (entry.topic().equals(Topic.OVERRIDES.topicName())) {
            put(DocumentKind.DECISION, id, json == null ? null : decision(json));
        } else if (json == null) {
            return; // the other topics are not compacted: a tombstone deletes nothing
        } else if (entry.topic().equals(Topic.CHANGES.topicName())) {
            StoryChange change = RequiredFields.of(Json.read(json, StoryChange.class));
            put(IndexDocument.of(change, json, entry.timestamp(), at));
        } else if (entry.topic().equals(Topic.REJECTED.topicName())) {
            put(IndexDocument.of(RequiredFields.of(Json.read(json, Rejection.class)), at));
        } else {
            receipt(RequiredFields.of(Json.read(json, Receipt.class)));
        }
    }

    private static IndexDocument story(byte[] json) {
        return IndexDocument.of(RequiredFields.of(Json.read(json, Story.class)), json);
    }

    private static IndexDocument source(byte[] json) {
        return IndexDocument.of(RequiredFields.of(Json.read(json, SourceState.class)), json);
    }

    private static IndexDocument decision(byte[] json) {
        return IndexDocument.of(RequiredFields.of(Json.read(json, LineageOverride.class)), json);
    }

    private void article(String id, byte @Nullable [] json) throws IOException {
        if (json == null) {
            int versions = latest(DocumentKind.ARTICLE, id, EnrichedArticle.class)
                    .map(article -> article.article().versions().size())
                    .orElse(0);
            put(DocumentKind.ARTICLE, id, null);
            for (int revision = 1; revision <= versions; revision++) { // some may never have been seen
                put(DocumentKind.VERSION, id + ":" + revision, null);
            }
            return;
        }
        EnrichedArticle article = RequiredFields.of(Json.read(json, EnrichedArticle.class));
        keepFormerText(id, article.article().versions().size());
        put(IndexDocument.of(article, json));
    }

    /** Keeps the text of the indexed version where a later one replaces it. */
    private void keepFormerText(String id, int revision) throws IOException {
        if (revision == 1) {
            return;
        }
        Optional<CleanArticle> former = latest(DocumentKind.ARTICLE, id, EnrichedArticle.class)
                .map(EnrichedArticle::article)
                .filter(article -> article.versions().size() < revision);
        if (former.isPresent()) {
            ArticleText text = former.get().text();
            put(IndexDocument.of(
                    id, new FormerText(former.get().versions().size(), text.headline(), text.articleBody())));
        }
    }

    private void receipt(Receipt receipt) throws IOException {
        List<Receipt> receipts = latest(DocumentKind.RECEIPTS, receipt.id(), ArticleReceipts.class)
                .map(ArticleReceipts::receipts)
                .orElse(List.of());
        if (receipts.stream().noneMatch(r -> r.raw().equals(receipt.raw()))) {
            put(IndexDocument.of(
                    receipt.id(),
                    Stream.concat(receipts.stream(), Stream.of(receipt)).toList()));
        }
    }

    private void put(DocumentKind kind, String id, @Nullable IndexDocument document) throws IOException {
        if (document != null) {
            put(document);
            return;
        }
        writer.deleteDocuments(kind.key(id));
        unrefreshed.add(kind.key(id).text());
    }

    private void put(IndexDocument document) throws IOException {
        writer.updateDocument(document.key(), document.document());
        unrefreshed.add(document.key().text());
    }

    /** The record with everything that the writing thread has written; for that thread only. */
    private <T> Optional<T> latest(DocumentKind kind, String id, Class<T> type) throws IOException {
        if (unrefreshed.contains(kind.key(id).text())) {
            refreshReaders();
        }
        return one(kind, id, type);
    }

    private void refreshReaders() throws IOException {
        searchers.maybeRefreshBlocking();
        unrefreshed.clear();
    }

    /** Commits what was indexed since the last commit, if anything was, so that a kill does not lose it. */
    public void commit() {
        if (!changed) {
            return;
        }
        Map<String, String> data = new HashMap<>();
        data.put(CLUSTER, cluster);
        data.put(FORMAT, CURRENT_FORMAT);
        offsets.forEach((partition, offset) ->
                data.put(partition.topic() + "@" + partition.partition(), Long.toString(offset)));
        writer.setLiveCommitData(data.entrySet());
        try {
            writer.commit();
            changed = false;
        } catch (IOException e) {
            throw new UncheckedIOException(CANNOT_WRITE, e);
        }
    }

    /** Reads the index in its present state. */
    <T> T read(IndexRead<T> read) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return read.read(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the desk's index", e);
        }
    }

    <T> Optional<T> one(DocumentKind kind, String id, Class<T> type) {
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
                        : Arrays.copyOfRange(json.bytes, json.offset, json.offset + json.length),
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
