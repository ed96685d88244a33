package io.newsfold.desk.index;

import org.apache.lucene.index.Term;

/** The kinds of documents in the index. Their names are part of the index on disk. */
enum DocumentKind {
    ARTICLE,
    VERSION,
    STORY,
    CHANGE,
    REJECTION,
    RECEIPTS,
    SOURCE,
    DECISION;

    /** Field: kind and id of the document. */
    static final String KEY = "key";

    /** Field: kind of the document. */
    static final String KIND = "kind";

    /** Term of the only document of this kind with that id. */
    Term key(String id) {
        return new Term(KEY, name() + ":" + id);
    }

    /** Term of all documents of this kind. */
    Term all() {
        return new Term(KIND, name());
    }
}
