package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells peoples, events and works apart among the names that are of no person, organisation or place. */
final class OtherNameTypes {
    private final WordLists words;

    OtherNameTypes(WordLists words) {
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
        if (name.stream().anyMatch(word -> words.has("events", word.text()))) {
            return EntityType.EVENT;
        }
        return isQuoted(text, first.start(), last.end()) ? EntityType.WORK : null;
    }

    /** Whether the word is a nationality, a religion or a political camp, in the singular or the plural. */
    boolean isGroup(String word) {
        return words.has("demonyms", word)
                || word.endsWith("s") && words.has("demonyms", word.substring(0, word.length() - 1));
    }

    /** Whether the word is a title or an office that stands before a person's name. */
    boolean isTitle(String word) {
        return words.has("titles", word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
    }

    private static boolean isQuoted(String text, int start, int end) {
        return start > 0
                && end < text.length()
                && "\"“‘'«".indexOf(text.charAt(start - 1)) >= 0
                && "\"”’',.»".indexOf(text.charAt(end)) >= 0;
    }
}
