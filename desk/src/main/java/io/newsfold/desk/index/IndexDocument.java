package io.newsfold.desk.index;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Json;
import io.newsfold.contract.LanguageCode;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.Outcome;
import io.newsfold.contract.Outcomes;
import io.newsfold.contract.Receipt;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.SourceName;
import io.newsfold.contract.SourceState;
import io.newsfold.contract.Story;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.Topic;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One indexed of the index: what it is, its record as JSON, and the fields by which it is found. */
final class IndexDocument {
    static final String JSON = "json";
    static final String TIME = "time";
    static final String PUBLISHED = "published";
    static final String HEADLINE = "headline";
    static final String BODY = "body";
    static final String STORY = "story";
    static final String ENTITY = "entity";
    static final String PUBLISHER = "publisher";
    static final String LANGUAGE = "language";
    static final String KIND = "kind";
    static final String SPEAKER = "speaker";
    static final String TOPIC = "topic";
    static final String FLAG = "flag";
    /** Stands between id and name of an entity that is counted. */
    static final char NAME_FOLLOWS = '\t';

    /** Entities of an article, the most salient first, by which its searches are counted. */
    private static final int COUNTED_ENTITIES = 8;

    /** Key of the analysis of its text. */
    static final String ANALYSIS = "analysis";

    static final String RAW = "raw";
    static final String FROM = "from";
    static final String REASON = "reason";

    private final Term key;
    private final Document document = new Document();

    private IndexDocument(DocumentKind kind, String id, byte[] json) {
        key = kind.key(id);
        document.add(new StringField(DocumentKind.KEY, key.text(), Field.Store.NO));
        document.add(new StringField(DocumentKind.KIND, kind.name(), Field.Store.NO));
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
        IndexDocument indexed = new IndexDocument(DocumentKind.ARTICLE, article.id(), json);
        indexed.time(article.time());
        if (article.hasDate()) {
            indexed.published(article.time());
        }
        String analysis = LanguageAnalysis.key(article.text().inLanguage());
        indexed.keyword(ANALYSIS, analysis);
        indexed.text(LanguageAnalysis.field(HEADLINE, analysis), article.text().headline());
        indexed.text(LanguageAnalysis.field(BODY, analysis), article.text().articleBody());
        indexed.word(STORY, enriched.place().story().id());
        Stream.of(
                        article.text().inLanguage(),
                        LanguageCode.primary(article.text().inLanguage()))
                .distinct()
                .forEach(code -> indexed.word(LANGUAGE, code));
        indexed.group(
                PUBLISHER,
                SourceName.of(article.source().publisher(), article.url()).orElse(null));
        article.entities().forEach(entity -> indexed.word(ENTITY, entity.id()));
        article.entities().stream()
                .filter(e -> e.type().isNamed())
                .forEach(entity -> indexed.word(ENTITY, folded(entity.name())));
        article.entities().stream()
                .filter(e -> e.type().isNamed())
                .limit(COUNTED_ENTITIES)
                .forEach(e -> indexed.count(ENTITY, e.id() + NAME_FOLLOWS + e.name()));
        article.entities().stream().filter(e -> !e.quotes().isEmpty()).forEach(speaker -> {
            indexed.word(SPEAKER, folded(speaker.id()));
            indexed.word(SPEAKER, folded(speaker.name()));
        });
        article.about().forEach(topic -> {
            indexed.word(TOPIC, topic.id().replace("medtop:", ""));
            indexed.word(TOPIC, folded(topic.name()));
            indexed.count(TOPIC, topic.name());
        });
        indexed.count(LANGUAGE, article.text().inLanguage());
        if (article.text().kind() != null) {
            indexed.word(KIND, article.text().kind().toString());
            indexed.count(KIND, article.text().kind().toString());
        }
        article.flags().forEach(flag -> indexed.word(FLAG, flag));
        return indexed;
    }

    /** A former text of an article. */
    static IndexDocument of(String article, FormerText former) {
        return new IndexDocument(DocumentKind.VERSION, article + ":" + former.revision(), Json.bytes(former));
    }

    static IndexDocument of(Story story, byte[] json) {
        IndexDocument indexed = new IndexDocument(DocumentKind.STORY, story.id(), json);
        indexed.time(story.last());
        return indexed;
    }

    /**
     * A change of a story. Changes are in the order in which they were made: of two of an id, the one made last holds,
     * although its cause may have been fetched before that of the other.
     *
     * @param time of the record, milliseconds since 1970
     */
    static IndexDocument of(StoryChange change, byte[] json, long time, Coordinates at) {
        IndexDocument indexed = new IndexDocument(DocumentKind.CHANGE, at.partition() + ":" + at.offset(), json);
        indexed.time(Instant.ofEpochMilli(time));
        indexed.word(STORY, change.story());
        if (change.from() != null && change.article() == null) {
            indexed.word(FROM, change.from());
        }
        return indexed;
    }

    static IndexDocument of(Rejection rejection, Coordinates at) {
        IndexDocument indexed = new IndexDocument(
                DocumentKind.REJECTION, at.partition() + ":" + at.offset(), Json.bytes(rejection.withoutOriginal()));
        indexed.time(rejection.fetched());
        indexed.group(
                REASON, rejection.stage() + " " + rejection.reason().name().toLowerCase(Locale.ROOT));
        if (rejection.raw().topic().equals(Topic.RAW.topicName())) {
            indexed.word(RAW, raw(rejection.raw().partition(), rejection.raw().offset()));
        }
        return indexed;
    }

    static IndexDocument of(String article, List<Receipt> receipts) {
        IndexDocument indexed =
                new IndexDocument(DocumentKind.RECEIPTS, article, Json.bytes(new ArticleReceipts(receipts)));
        receipts.forEach(r -> indexed.word(RAW, raw(r.raw().partition(), r.raw().offset())));
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        Outcomes.of(receipts).values().forEach(outcome -> counts.merge(outcome, 1L, Long::sum));
        counts.forEach((outcome, count) -> indexed.document.add(new NumericDocValuesField(outcome.name(), count)));
        return indexed;
    }

    static IndexDocument of(SourceState source, byte[] json) {
        return new IndexDocument(DocumentKind.SOURCE, source.id(), json);
    }

    static IndexDocument of(LineageOverride override, byte[] json) {
        IndexDocument indexed = new IndexDocument(DocumentKind.DECISION, override.key(), json);
        indexed.time(override.time());
        return indexed;
    }

    /** A name or id as it is searched, in any case. */
    static String folded(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /** The column by which the values of a field are counted. */
    static String counted(String field) {
        return field + ".values";
    }

    /** Term of a raw record in the field {@link #RAW}. */
    static String raw(int partition, long offset) {
        return partition + ":" + offset;
    }

    /** Adds the time that the newest go by. */
    private void time(Instant time) {
        document.add(new NumericDocValuesField(TIME, Math.max(0, time.toEpochMilli())));
    }

    /** Adds a time that queries choose and count by. */
    private void published(Instant time) {
        long millis = Math.max(0, time.toEpochMilli());
        document.add(new LongPoint(PUBLISHED, millis));
        document.add(new NumericDocValuesField(PUBLISHED, millis));
    }

    private void text(String field, String text) {
        document.add(new TextField(field, text, Field.Store.NO));
    }

    private void keyword(String field, String word) {
        document.add(new StringField(field, word, Field.Store.NO));
    }

    private void word(String field, @Nullable String word) {
        if (word != null && !word.isEmpty()) {
            keyword(field, cut(word));
        }
    }

    /** Adds a word that queries also count by. */
    private void group(String field, @Nullable String word) {
        if (word != null && !word.isEmpty()) {
            word(field, word);
            document.add(new SortedDocValuesField(field, new BytesRef(cut(word))));
        }
    }

    /** Adds one of several values that queries count by. */
    private void count(String field, String value) {
        document.add(new SortedSetDocValuesField(counted(field), new BytesRef(cut(value))));
    }

    /** The index refuses longer words. */
    private static String cut(String word) {
        return word.length() <= 2_000 ? word : word.substring(0, 2_000);
    }
}
