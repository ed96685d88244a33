package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words that tell organisations of a language, a line of {@code organisations.tsv}. Immutable.
 *
 * @param kinds what stands before a name in quotation marks, as "the company": in lower case, with {@code *} behind a stem
 *     that may have an ending
 * @param forms legal forms behind a name, as "Ltd", in their case
 */
record OrganisationWords(List<String> kinds, Set<String> forms) {
    private static final Map<String, OrganisationWords> BY_LANGUAGE = read();
    private static final OrganisationWords NONE = new OrganisationWords(List.of(), Set.of());

    private static final String OPENING = "«„“”\"‹‚‘「『";
    private static final String CLOSING = "»“”\"›’‘」』";
    private static final String BETWEEN = "&+-.";
    private static final int MOST_WORDS = 6;

    /** Letters that an ending may have: заводом is завод. */
    private static final int ENDING_CHARS = 3;

    private static final String STEM = "*";

    OrganisationWords {
        kinds = List.copyOf(kinds);
        forms = Set.copyOf(forms);
    }

    private static Map<String, OrganisationWords> read() {
        Map<String, OrganisationWords> all = new HashMap<>();
        TableLines.forEach("organisations.tsv", line -> {
            String[] columns = line.split("\t", -1);
            all.put(
                    columns[0],
                    new OrganisationWords(
                            words(columns[1]).toList(), words(columns[2]).collect(Collectors.toSet())));
        });
        return all;
    }

    private static Stream<String> words(String column) {
        return Stream.of(column.split(" ")).filter(word -> !word.isEmpty());
    }

    /** @param language BCP 47, without a region */
    static OrganisationWords of(String language) {
        return BY_LANGUAGE.getOrDefault(language, NONE);
    }

    /** Adds the names that such a word tells to those that were found. */
    void addTo(List<EntityMention> found, List<Token> sentence, String text) {
        for (int i = 1; i < sentence.size(); i++) {
            if (isOpening(sentence, i) && isKind(sentence.get(i - 1))) {
                addQuoted(found, quoted(sentence, i + 1), text);
            } else if (forms.contains(sentence.get(i).text())) {
                addFormed(found, before(sentence, i), text);
            }
        }
    }

    /** In place of what was found of it as another thing. */
    private static void addQuoted(List<EntityMention> found, @Nullable List<Token> name, String text) {
        EntityMention mention = name == null ? null : EntityMention.of(EntityType.ORGANISATION, name, text);
        if (mention != null && found.stream().noneMatch(mention::isExceededBy)) {
            found.removeIf(mention::overlaps);
            found.add(mention);
        }
    }

    /** Where nothing was found of it: the model knows better where such a name begins. */
    private static void addFormed(List<EntityMention> found, @Nullable List<Token> name, String text) {
        EntityMention mention = name == null ? null : EntityMention.of(EntityType.ORGANISATION, name, text);
        if (mention != null && found.stream().noneMatch(mention::overlaps)) {
            found.add(mention);
        }
    }

    private static boolean isOpening(List<Token> sentence, int i) {
        return isIn(sentence.get(i), OPENING);
    }

    private static boolean isIn(Token token, String signs) {
        return token.text().length() == 1 && signs.contains(token.text());
    }

    private boolean isKind(Token token) {
        String word = token.text().toLowerCase(Locale.ROOT);
        return kinds.stream().anyMatch(kind -> isForm(word, kind));
    }

    private static boolean isForm(String word, String kind) {
        if (!kind.endsWith(STEM)) {
            return word.equals(kind);
        }
        String stem = kind.substring(0, kind.length() - STEM.length());
        return word.startsWith(stem) && word.length() <= stem.length() + ENDING_CHARS;
    }

    /** The words between quotation marks, the first of which has a capital if any can; null for none. */
    private static @Nullable List<Token> quoted(List<Token> sentence, int first) {
        for (int end = first; end < sentence.size() && end <= first + MOST_WORDS; end++) {
            if (isIn(sentence.get(end), CLOSING)) {
                boolean isName = end > first
                        && sentence.get(first).canOpenSentence()
                        && sentence.get(first).isWord();
                return isName ? sentence.subList(first, end) : null;
            }
        }
        return null;
    }

    /** The words with capitals up to a legal form, with it; null for none. */
    private static @Nullable List<Token> before(List<Token> sentence, int form) {
        int first = form;
        while (first > 0 && form - first < MOST_WORDS && isPart(sentence.get(first - 1))) {
            first--;
        }
        if (first == 0 && form > 1) {
            first++; // whatever it is, it has a capital there
        }
        while (first < form && !sentence.get(first).isCapitalized()) {
            first++;
        }
        return first < form ? sentence.subList(first, form + 1) : null;
    }

    private static boolean isPart(Token token) {
        return token.isCapitalized() || isIn(token, BETWEEN);
    }
}
