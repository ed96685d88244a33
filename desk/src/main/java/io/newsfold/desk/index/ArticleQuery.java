package io.newsfold.desk.index;

import io.newsfold.contract.ArticleKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A query for articles. An article matches where it meets all criteria that are not null.
 *
 * @param words words in any form, {@code "phrases"}, {@code -not}, {@code |} for or, {@code begin*} for the
 *     beginning of a stem; empty for all
 * @param from published then or later
 * @param to published before
 * @param publishers names of which it has one; null for any
 * @param language BCP 47 code; one without a script is that of all its scripts
 * @param entity id or name of an entity
 * @param speaker id or name of an entity whose words it quotes
 * @param topic code or name of a topic
 * @param kind what the article is
 * @param flag a flag of the article
 */
public record ArticleQuery(
        String words,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Set<String> publishers,
        @Nullable String language,
        @Nullable String entity,
        @Nullable String speaker,
        @Nullable String topic,
        @Nullable ArticleKind kind,
        @Nullable String flag) {
    /** The greatest length of {@link #words()}, in characters. */
    public static final int MAX_LENGTH = 500;

    private static final int OPERATORS = SimpleQueryParser.AND_OPERATOR
            | SimpleQueryParser.OR_OPERATOR
            | SimpleQueryParser.NOT_OPERATOR
            | SimpleQueryParser.PHRASE_OPERATOR
            | SimpleQueryParser.PREFIX_OPERATOR
            | SimpleQueryParser.PRECEDENCE_OPERATORS
            | SimpleQueryParser.ESCAPE_OPERATOR
            | SimpleQueryParser.WHITESPACE_OPERATOR;

    static {
        // each character may be a word, and each word is searched in two fields of each analysis
        IndexSearcher.setMaxClauseCount(LanguageAnalysis.keys().size() * (2 * MAX_LENGTH + 2));
    }

    /** All articles. */
    public static final ArticleQuery ALL = new ArticleQuery("", null, null, null, null, null, null, null, null, null);

    /** @throws IllegalArgumentException where the words are too long, or no time is in the span */
    public ArticleQuery {
        if (words.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a search has at most " + MAX_LENGTH + " characters");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("nothing is from " + from + " on and before " + to);
        }
        publishers = publishers == null ? null : Set.copyOf(publishers);
    }

    /** The articles that name an entity, published in a span of time. */
    public static ArticleQuery naming(String entity, @Nullable Instant from, @Nullable Instant to) {
        return new ArticleQuery("", from, to, null, null, entity, null, null, null, null);
    }

    /** @throws IllegalArgumentException where the words make too many clauses */
    Query query() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(new TermQuery(DocumentKind.ARTICLE.all()), Occur.FILTER);
        if (!words.isBlank()) {
            all.add(text(language), Occur.MUST); // not a filter: the best of them may be asked for
        }
        if (from != null || to != null) {
            long first = from == null ? Long.MIN_VALUE : from.toEpochMilli();
            long last = to == null ? Long.MAX_VALUE : to.toEpochMilli() - 1;
            all.add(LongPoint.newRangeQuery(IndexDocument.PUBLISHED, first, last), Occur.FILTER);
        }
        if (publishers != null) {
            all.add(
                    new TermInSetQuery(
                            IndexDocument.PUBLISHER,
                            publishers.stream().map(BytesRef::new).toList()),
                    Occur.FILTER);
        }
        word(all, IndexDocument.LANGUAGE, language);
        if (entity != null && !entity.isEmpty()) {
            all.add(
                    new TermInSetQuery(
                            IndexDocument.ENTITY,
                            List.of(new BytesRef(entity), new BytesRef(IndexDocument.folded(entity)))),
                    Occur.FILTER);
        }
        word(all, IndexDocument.SPEAKER, speaker == null ? null : IndexDocument.folded(speaker));
        word(all, IndexDocument.TOPIC, topic == null ? null : IndexDocument.folded(topic.replace("medtop:", "")));
        word(all, IndexDocument.KIND, kind == null ? null : kind.toString());
        word(all, IndexDocument.FLAG, flag);
        return all.build();
    }

    /** The words in the texts of one language, or in each by its own analysis. */
    private Query text(@Nullable String wanted) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        Set<String> keys =
                wanted == null || wanted.isEmpty() ? LanguageAnalysis.keys() : Set.of(LanguageAnalysis.key(wanted));
        for (String key : keys) {
            any.add(
                    new BooleanQuery.Builder()
                            .add(new TermQuery(new Term(IndexDocument.ANALYSIS, key)), Occur.FILTER)
                            .add(textOf(key), Occur.MUST)
                            .build(),
                    Occur.SHOULD);
        }
        return any.build();
    }

    /** The words in texts of one analysis. */
    Query textOf(String key) {
        Map<String, Float> fields = Map.of(
                LanguageAnalysis.field(IndexDocument.HEADLINE, key), 2f,
                LanguageAnalysis.field(IndexDocument.BODY, key), 1f);
        SimpleQueryParser parser = new SimpleQueryParser(LanguageAnalysis.ANALYZER, fields, OPERATORS);
        parser.setDefaultOperator(Occur.MUST);
        try {
            Query query = parser.parse(words);
            return query == null ? new MatchAllDocsQuery() : query;
        } catch (IndexSearcher.TooManyClauses e) {
            throw new IllegalArgumentException("the search has too many parts", e);
        }
    }

    private static void word(BooleanQuery.Builder all, String field, @Nullable String word) {
        if (word != null && !word.isEmpty()) {
            all.add(new TermQuery(new Term(field, word)), Occur.FILTER);
        }
    }
}
