package io.newsfold.enrich.tag;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The features of the characters of a sentence, where a language has no spaces between words: the characters around, and
 * the words into which the dictionaries of ICU divide the sentence.
 */
public final class CharacterFeatures {
    private static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.ROOT); // cloned for each use
    private static final int WINDOW = 2;
    private static final int OUTSIDE = -1;

    /** The places of a character in its word. */
    private static final int ALONE = 0;

    private static final int FIRST = 1;
    private static final int INSIDE = 2;
    private static final int LAST = 3;

    /** Longer names of the lexicon are not looked for, in characters. */
    private static final int LONGEST_NAME = 6;

    private final int[] characters;
    private final int[] scripts;
    private final KnownNames[] names;
    private final int[] places;
    private final int[] wordOf;
    private final List<Integer> words = new ArrayList<>();

    CharacterFeatures(Lexicon lexicon, List<Token> sentence) {
        characters = new int[sentence.size()];
        scripts = new int[characters.length];
        places = new int[characters.length];
        wordOf = new int[characters.length];
        StringBuilder text = new StringBuilder();
        int[] starts = new int[characters.length];
        for (int i = 0; i < characters.length; i++) {
            Token token = sentence.get(i);
            if (i > 0 && token.start() > sentence.get(i - 1).end()) {
                text.append(' ');
            }
            starts[i] = text.length();
            text.append(token.text());
            characters[i] = character(token.text());
            scripts[i] = script(token.text().codePointAt(0));
        }
        divide(text.toString(), starts);
        names = names(lexicon, sentence);
    }

    private static KnownNames[] names(Lexicon lexicon, List<Token> sentence) {
        KnownNames[] names = new KnownNames[sentence.size()];
        Arrays.fill(names, KnownNames.NONE);
        for (int first = 0; first < names.length; first++) {
            long hash = HashedTable.start();
            for (int last = first; last < Math.min(names.length, first + LONGEST_NAME); last++) {
                hash = HashedTable.hash(hash, sentence.get(last).text());
                int kinds = lexicon.kindsInOtherScripts(hash);
                for (OtherNameKind kind : OtherNameKind.values()) {
                    if ((kinds & kind.bit()) != 0) {
                        mark(names, kind, first, last);
                    }
                }
            }
        }
        return names;
    }

    private static void mark(KnownNames[] names, OtherNameKind kind, int first, int last) {
        for (int i = first; i <= last; i++) {
            names[i] = names[i].isEmpty() ? new KnownNames() : names[i];
            names[i].add(kind.ordinal(), i, first, last);
        }
    }

    /** The features of each character of a sentence. */
    public static int[][] of(Lexicon lexicon, List<Token> sentence) {
        CharacterFeatures characters = new CharacterFeatures(lexicon, sentence);
        int[][] features = new int[sentence.size()][];
        FeatureHashes hashes = new FeatureHashes();
        for (int i = 0; i < features.length; i++) {
            hashes.clear();
            characters.add(i, hashes);
            features[i] = hashes.toArray();
        }
        return features;
    }

    /** A number is one character whatever its digits, and a traditional Chinese one is its simplified form. */
    private static int character(String token) {
        int first = token.codePointAt(0);
        if (Character.isDigit(first)) {
            return '0';
        }
        return UnicodeScript.of(first) == UnicodeScript.HAN ? SimplifiedChinese.of(first) : token.hashCode();
    }

    private static int script(int character) {
        if (Character.isDigit(character)) {
            return OUTSIDE - 1;
        }
        return Character.isLetter(character) ? UnicodeScript.of(character).ordinal() : OUTSIDE - 2;
    }

    private void divide(String text, int[] starts) {
        BreakIterator breaks = WORDS.clone();
        breaks.setText(text);
        int from = breaks.first();
        int token = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            int first = token;
            while (token < starts.length && starts[token] < to) {
                wordOf[token] = words.size();
                places[token] = INSIDE;
                token++;
            }
            if (token > first) {
                places[first] = FIRST;
                places[token - 1] = token - first == 1 ? ALONE : LAST;
                words.add(text.substring(from, to).hashCode());
            }
            from = to;
        }
    }

    void add(int token, FeatureHashes hashes) {
        hashes.add(FeatureTemplate.ANY_TOKEN, 0);
        for (int offset = -WINDOW; offset <= WINDOW; offset++) {
            hashes.add(FeatureTemplate.CHARACTER, offset, at(characters, token + offset));
            hashes.add(FeatureTemplate.SCRIPT, offset, at(scripts, token + offset));
        }
        for (int from = -WINDOW; from < WINDOW; from++) {
            hashes.add(FeatureTemplate.TWO_CHARACTERS, from, run(token + from, 2));
        }
        for (int from = -WINDOW; from <= 0; from++) {
            hashes.add(FeatureTemplate.THREE_CHARACTERS, from, run(token + from, 3));
        }
        for (int from = -WINDOW - 1; from <= 0; from++) {
            hashes.add(FeatureTemplate.FOUR_CHARACTERS, from, run(token + from, 4));
        }
        hashes.addPair(FeatureTemplate.CHARACTERS_AROUND, at(characters, token - 1), at(characters, token + 1));
        int scriptsAround = FeatureHashes.mix(at(scripts, token - 1), at(scripts, token));
        hashes.addPair(FeatureTemplate.SCRIPTS, scriptsAround, at(scripts, token + 1));
        addWords(token, hashes);
        for (int offset = -1; offset <= 1; offset++) {
            if (token + offset >= 0 && token + offset < names.length) {
                addNames(names[token + offset], offset, token, hashes);
            }
        }
    }

    private void addNames(KnownNames known, int offset, int token, FeatureHashes hashes) {
        for (OtherNameKind kind : OtherNameKind.values()) {
            int mark = known.mark(kind.ordinal());
            if (mark != KnownNames.NO_NAME) {
                int member = FeatureTemplate.STEP * kind.ordinal() + offset;
                hashes.add(FeatureTemplate.KNOWN_NAME, member, mark);
                if (offset == 0) {
                    hashes.add(
                            FeatureTemplate.KNOWN_NAME_AND_SHAPE,
                            FeatureTemplate.STEP * kind.ordinal(),
                            FeatureHashes.mix(mark, places[token]));
                }
            }
        }
    }

    private void addWords(int token, FeatureHashes hashes) {
        int place = places[token];
        int word = word(wordOf[token]);
        hashes.add(FeatureTemplate.PLACE_IN_WORD, place);
        hashes.addPair(FeatureTemplate.WORD_AND_PLACE, word, place);
        for (int offset = -WINDOW; offset <= WINDOW; offset++) {
            if (offset != 0) {
                int other = word(wordOf[token] + offset);
                hashes.add(FeatureTemplate.WORD_NEARBY, offset, FeatureHashes.mix(other, place));
                if (Math.abs(offset) == 1) {
                    hashes.add(FeatureTemplate.WORD_AND_WORD_NEARBY, offset, FeatureHashes.mix(word, other));
                }
            }
        }
    }

    private int run(int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = FeatureHashes.mix(hash, at(characters, i));
        }
        return hash;
    }

    private int word(int index) {
        return index < 0 || index >= words.size() ? OUTSIDE : words.get(index);
    }

    private static int at(int[] values, int index) {
        return index < 0 || index >= values.length ? OUTSIDE : values[index];
    }
}
