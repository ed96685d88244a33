package io.newsfold.desk.compare;

import java.util.List;

/**
 * A sentence of a text, or a piece of one that is very long.
 *
 * @param firstWord number of its first word in the text, from 0
 * @param forms of its words, in order; never empty
 */
record Sentence(int firstWord, List<String> forms) {
    Sentence {
        forms = List.copyOf(forms);
    }

    int size() {
        return forms.size();
    }
}
