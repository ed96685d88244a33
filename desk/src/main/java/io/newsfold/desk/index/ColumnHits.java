package io.newsfold.desk.index;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Column values of all hits of a query, for counting; reads no records. */
final class ColumnHits {
    @FunctionalInterface
    private interface HitConsumer {
        void accept(int document) throws IOException;
    }

    private final IndexSearcher searcher;
    private final Weight weight;

    ColumnHits(IndexSearcher searcher, Query query) throws IOException {
        this.searcher = searcher;
        this.weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /** Passes on the number that each hit has in a column; hits without a number are left out. */
    void numbers(String column, LongConsumer consumer) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            NumericDocValues values = DocValues.getNumeric(leaf.reader(), column);
            forEach(leaf, document -> {
                if (values.advanceExact(document)) {
                    consumer.accept(values.longValue());
                }
            });
        }
    }

    /** Number of hits by word of a column. */
    SortedMap<String, Long> groups(String column) throws IOException {
        SortedMap<String, Long> groups = new TreeMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            SortedDocValues values = DocValues.getSorted(leaf.reader(), column);
            long[] counts = new long[values.getValueCount()];
            forEach(leaf, document -> {
                if (values.advanceExact(document)) {
                    counts[values.ordValue()]++;
                }
            });
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    groups.merge(values.lookupOrd(i).utf8ToString(), counts[i], Long::sum);
                }
            }
        }
        return groups;
    }

    /** Number of hits by each of the values of a column, of which a hit may have several. */
    SortedMap<String, Long> values(String column) throws IOException {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), column);
            long[] hits = new long[Math.toIntExact(values.getValueCount())];
            forEach(leaf, document -> {
                if (values.advanceExact(document)) {
                    for (int i = 0; i < values.docValueCount(); i++) {
                        hits[Math.toIntExact(values.nextOrd())]++;
                    }
                }
            });
            for (int i = 0; i < hits.length; i++) {
                if (hits[i] > 0) {
                    counts.merge(values.lookupOrd(i).utf8ToString(), hits[i], Long::sum);
                }
            }
        }
        return counts;
    }

    private void forEach(LeafReaderContext leaf, HitConsumer consumer) throws IOException {
        Scorer scorer = weight.scorer(leaf);
        if (scorer == null) {
            return;
        }
        @Nullable Bits live = leaf.reader().getLiveDocs();
        DocIdSetIterator hits = scorer.iterator();
        for (int hit = hits.nextDoc(); hit != DocIdSetIterator.NO_MORE_DOCS; hit = hits.nextDoc()) {
            if (live == null || live.get(hit)) {
                consumer.accept(hit);
            }
        }
    }
}
