package io.newsfold.desk.index;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Json;
import io.newsfold.contract.Outcome;
import io.newsfold.contract.Outcomes;
import io.newsfold.contract.Receipt;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.SourceState;
import io.newsfold.contract.Story;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.Topic;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One entry of the index: what it is, its record as JSON, and the fields by which it is found. */
final class IndexDocument {
    static final String KEY = "key";
    static final String KIND = "kind";
    static final String JSON = "json";
    static final String TIME = "time";
    static final String HEADLINE = "headline";
    static final String BODY = "body";
    static final String STORY = "story";
    static final String ENTITY = "entity";
    static final String PUBLISHER = "publisher";
    static final String LANGUAGE = "language";
    static final String FLAG = "flag";
    static final String RAW = "raw";
    static final String FROM = "from";
    static final String REASON = "reason";

    /** What an entry tells of. */
    enum Kind {
        ARTICLE,
        VERSION,
        STORY,
        CHANGE,
        REJECTION,
        RECEIPTS,
        SOURCE;

        /** The one entry of this kind with that id. */
        Term key(String id) {
            return new Term(KEY, name() + ":" + id);
        }

        /** All entries of this kind. */
        Term all() {
            return new Term(KIND, name());
        }
    }

    /** The deliveries of an article, in one entry. */
    record Receipts(List<Receipt> receipts) {
        Receipts {
            receipts = List.copyOf(receipts);
        }
    }

    private final Term key;
    private final Document document = new Document();

    private IndexDocument(Kind kind, String id, byte[] json) {
        key = kind.key(id);
        document.add(new StringField(KEY, key.text(), Field.Store.NO));
        document.add(new StringField(KIND, kind.name(), Field.Store.NO));
        document.add(new StoredField(JSON, json));
    }

    Term key() {
        return key;
    }

    Document document() {
        return document;
    }

    static IndexDocument of(EnrichedArticle enriched, byte[] json) {
        var article = enriched.article();
        IndexDocument entry = new IndexDocument(Kind.ARTICLE, article.id(), json);
        entry.time(article.time());
        entry.text(HEADLINE, article.text().headline());
        entry.text(BODY, article.text().articleBody());
        entry.word(STORY, enriched.place().story().id());
        entry.word(LANGUAGE, article.text().inLanguage());
        entry.group(PUBLISHER, article.source().publisher());
        article.entities().forEach(e -> entry.word(ENTITY, e.id()));
        article.flags().forEach(flag -> entry.word(FLAG, flag));
        return entry;
    }

    /** A text that an article had. */
    static IndexDocument of(String article, FormerText past) {
        return new IndexDocument(Kind.VERSION, article + ":" + past.revision(), Json.bytes(past));
    }

    static IndexDocument of(Story story, byte[] json) {
        IndexDocument entry = new IndexDocument(Kind.STORY, story.id(), json);
        entry.time(story.last());
        entry.text(HEADLINE, story.headline());
        return entry;
    }

    /** @param told when it was said, milliseconds since 1970 */
    static IndexDocument of(StoryChange change, long told, Coordinates at) {
        IndexDocument entry = new IndexDocument(
                Kind.CHANGE,
                at.partition() + ":" + at.offset(),
                Json.bytes(new TimedChange(Instant.ofEpochMilli(told), change)));
        entry.time(Instant.ofEpochMilli(told));
        entry.word(STORY, change.story());
        if (change.from() != null && change.article() == null) {
            entry.word(FROM, change.from());
        }
        return entry;
    }

    static IndexDocument of(Rejection rejection, Coordinates at) {
        IndexDocument entry = new IndexDocument(
                Kind.REJECTION, at.partition() + ":" + at.offset(), Json.bytes(rejection.withoutOriginal()));
        entry.time(rejection.fetched());
        entry.group(REASON, rejection.stage() + " " + rejection.reason().name().toLowerCase(Locale.ROOT));
        if (rejection.raw().topic().equals(Topic.RAW.topicName())) {
            entry.word(RAW, raw(rejection.raw().partition(), rejection.raw().offset()));
        }
        return entry;
    }

    static IndexDocument of(String article, List<Receipt> receipts) {
        IndexDocument entry = new IndexDocument(Kind.RECEIPTS, article, Json.bytes(new Receipts(receipts)));
        receipts.forEach(r -> entry.word(RAW, raw(r.raw().partition(), r.raw().offset())));
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        Outcomes.of(receipts).values().forEach(fate -> counts.merge(fate, 1L, Long::sum));
        counts.forEach((fate, count) -> entry.document.add(new NumericDocValuesField(fate.name(), count)));
        return entry;
    }

    static IndexDocument of(SourceState source, byte[] json) {
        return new IndexDocument(Kind.SOURCE, source.id(), json);
    }

    /** How a raw record is found. */
    static String raw(int partition, long offset) {
        return partition + ":" + offset;
    }

    private void time(Instant time) {
        long millis = Math.max(0, time.toEpochMilli());
        document.add(new LongPoint(TIME, millis));
        document.add(new NumericDocValuesField(TIME, millis));
    }

    private void text(String field, String text) {
        document.add(new TextField(field, text, Field.Store.NO));
    }

    private void word(String field, @Nullable String word) {
        if (word != null && !word.isEmpty()) {
            document.add(new StringField(field, cut(word), Field.Store.NO));
        }
    }

    /** A word that is also counted by. */
    private void group(String field, @Nullable String word) {
        if (word != null && !word.isEmpty()) {
            word(field, word);
            document.add(new SortedDocValuesField(field, new BytesRef(cut(word))));
        }
    }

    /** The index takes no longer words. */
    private static String cut(String word) {
        return word.length() <= 2_000 ? word : word.substring(0, 2_000);
    }
}
