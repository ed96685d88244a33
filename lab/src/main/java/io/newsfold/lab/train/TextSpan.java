package io.newsfold.lab.train;

import io.newsfold.enrich.tag.NameClass;
import io.newsfold.enrich.tag.NameSpan;
import io.newsfold.enrich.tag.Token;
import java.util.ArrayList;
import java.util.List;

/** A name in the text of a sentence, in chars. */
record TextSpan(NameClass nameClass, int start, int end) {
    /** The names in tokens, without those that overlap an earlier one; one that ends inside a token takes all of it. */
    static List<NameSpan> inTokens(List<TextSpan> spans, List<Token> tokens) {
        List<NameSpan> names = new ArrayList<>();
        for (TextSpan span : spans) {
            int first = -1;
            int end = -1;
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i).end() > span.start() && tokens.get(i).start() < span.end()) {
                    first = first < 0 ? i : first;
                    end = i + 1;
                }
            }
            if (first >= 0 && (names.isEmpty() || names.get(names.size() - 1).end() <= first)) {
                names.add(new NameSpan(span.nameClass(), first, end));
            }
        }
        return names;
    }
}
