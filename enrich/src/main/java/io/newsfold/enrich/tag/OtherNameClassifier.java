package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells peoples, events and works apart among the names of {@link NameClass#OTHER}. */
final class OtherNameClassifier {
    private static final String OPENING_QUOTES = "\"“‘'«";
    private static final String SIGNS_AFTER_QUOTED = "\"”’',.»"; // American quotations have the comma inside

    private final WordLists words;

    OtherNameClassifier(WordLists words) {
        this.words = words;
    }

    /** The type of the name, or null where it is none of these: products and the like are no entities. */
    @Nullable
    EntityType type(List<Token> name, String text) {
        Token first = name.get(0);
        Token last = name.get(name.size() - 1);
        if (name.size() == 1 && isGroup(first.text())) {
            return EntityType.GROUP;
        }
        if (name.stream().anyMatch(word -> words.has(WordLists.EVENTS, word.text()))) {
            return EntityType.EVENT;
        }
        return isQuoted(text, first.start(), last.end()) ? EntityType.WORK : null;
    }

    /** Whether the word is a nationality, a religion or a political camp, in the singular or the plural. */
    boolean isGroup(String word) {
        return words.has(WordLists.DEMONYMS, word)
                || word.endsWith("s") && words.has(WordLists.DEMONYMS, word.substring(0, word.length() - 1));
    }

    private static boolean isQuoted(String text, int start, int end) {
        return start > 0
                && end < text.length()
                && OPENING_QUOTES.indexOf(text.charAt(start - 1)) >= 0
                && SIGNS_AFTER_QUOTED.indexOf(text.charAt(end)) >= 0;
    }
}
