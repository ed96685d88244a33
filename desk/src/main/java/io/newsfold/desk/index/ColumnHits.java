package io.newsfold.desk.index;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** All that a query finds, for counting: values of columns, no records. */
final class ColumnHits {
    /** Looks at a document. */
    @FunctionalInterface
    private interface Look {
        void at(int document) throws IOException;
    }

    private final IndexSearcher searcher;
    private final Weight weight;

    ColumnHits(IndexSearcher searcher, Query query) throws IOException {
        this.searcher = searcher;
        this.weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /** Gives the number that each hit has in a column; hits that have none are passed over. */
    void numbers(String column, LongConsumer taker) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            NumericDocValues values = DocValues.getNumeric(leaf.reader(), column);
            look(leaf, document -> {
                if (values.advanceExact(document)) {
                    taker.accept(values.longValue());
                }
            });
        }
    }

    /** How many hits there are with each word of a column. */
    SortedMap<String, Long> groups(String column) throws IOException {
        SortedMap<String, Long> groups = new TreeMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            SortedDocValues values = DocValues.getSorted(leaf.reader(), column);
            long[] counts = new long[values.getValueCount()];
            look(leaf, document -> {
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

    private void look(LeafReaderContext leaf, Look look) throws IOException {
        Scorer scorer = weight.scorer(leaf);
        if (scorer == null) {
            return;
        }
        @Nullable Bits live = leaf.reader().getLiveDocs();
        DocIdSetIterator hits = scorer.iterator();
        for (int hit = hits.nextDoc(); hit != DocIdSetIterator.NO_MORE_DOCS; hit = hits.nextDoc()) {
            if (live == null || live.get(hit)) {
                look.at(hit);
            }
        }
    }
}
