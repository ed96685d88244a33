package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Firms with "&amp;" in their names: Marks &amp; Spencer is one organisation, not two people, and S&amp;P is one too.
 */
final class AmpersandNames {
    private static final Pattern IN_ONE_WORD = Pattern.compile("\\p{Lu}{1,3}&\\p{Lu}{1,3}");
    private static final Set<String> NO_NAMES =
            Set.of("Q&A", "R&B", "R&D", "B&B", "M&A", "P&L", "D&D", "T&C", "T&E", "S&M", "F&B", "G&T", "I&O", "H&S");

    /** So many words of a name are on each side at most. */
    private static final int LONGEST_SIDE = 3;

    /** A sentence with more is a list or none at all. */
    private static final int MOST = 50;

    private AmpersandNames() {}

    /** The mentions with such names of a sentence in place of those inside them. */
    static List<EntityMention> in(List<Token> sentence, List<EntityMention> mentions, String text) {
        List<EntityMention> all = new ArrayList<>(mentions);
        int tried = 0;
        for (int i = 0; i < sentence.size() && tried < MOST; i++) {
            String word = sentence.get(i).text();
            if (word.indexOf('&') < 0) {
                continue;
            }
            tried++;
            if (word.equals("&")) {
                int first = i;
                while (first > Math.max(0, i - LONGEST_SIDE) && isPart(sentence.get(first - 1))) {
                    first--;
                }
                int end = i + 1;
                while (end < Math.min(sentence.size(), i + 1 + LONGEST_SIDE) && isPart(sentence.get(end))) {
                    end++;
                }
                if (first < i && end > i + 1) {
                    put(EntityMention.of(EntityType.ORGANISATION, sentence.subList(first, end), text), all);
                }
            } else if (IN_ONE_WORD.matcher(word).matches() && !NO_NAMES.contains(word)) {
                put(EntityMention.of(EntityType.ORGANISATION, sentence.subList(i, i + 1), text), all);
            }
        }
        return all;
    }

    private static boolean isPart(Token token) {
        return token.isWord() && token.isCapitalized();
    }

    /** Adds a name where a part of it was found, unless another that is as long or longer has its place. */
    private static void put(EntityMention name, List<EntityMention> mentions) {
        boolean isCovered = mentions.stream()
                .filter(other -> other.overlaps(name))
                .anyMatch(other -> name.isExceededBy(other)
                        || other.isFullName()
                        || other.end() - other.start() >= name.end() - name.start()
                                && other.type() != EntityType.PERSON);
        boolean isFound = name.name().indexOf(' ') < 0 || mentions.stream().anyMatch(other -> other.overlaps(name));
        if (isFound && !isCovered) {
            mentions.removeIf(other -> other.overlaps(name));
            mentions.add(name);
        }
    }
}
