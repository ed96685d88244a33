package io.newsfold.enrich.clean.body;

import io.newsfold.enrich.clean.field.Bylines;
import io.newsfold.enrich.clean.field.Languages;
import io.newsfold.enrich.clean.input.TextMeasures;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.Optional;

/** What the model is told of one block by its words alone, read in one pass over the characters. */
final class WordFeatures {
    static final int COUNT = 20;
    /** Places of the signals that neighbours are told of as well. */
    static final int[] FOR_NEIGHBOURS = {0, 5, 10, 11, 12, 7};

    private static final LongSet FUNCTION_WORDS = hashed(Languages.functionWords());
    private static final LongSet SECOND_PERSON = hashed(java.util.List.of("you", "your", "we", "our", "us"));
    private static final LongSet FIRST_PERSON = hashed(java.util.List.of("i", "my", "me", "im", "ive"));
    private static final LongSet TIME_WORDS = hashed(java.util.List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "am",
            "pm",
            "ago",
            "updated",
            "published",
            "posted",
            "gmt",
            "est",
            "utc"));
    private static final int TELLING = 5;
    private static final long SEED = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private WordFeatures() {}

    /**
     * Reads a block.
     *
     * @param hashes gets one number for each word, equal for words that differ in case only
     * @param telling gets those of them that are long, and so tell what the block is about
     */
    static float[] of(Block block, LongArrayList hashes, LongArrayList telling) {
        String text = block.text();
        int letters = 0;
        int upper = 0;
        int digits = 0;
        int commas = 0;
        int stops = 0;
        int capitalised = 0;
        int functional = 0;
        int personal = 0;
        int timely = 0;
        int first = 0;
        int separators = 0;
        int addresses = 0;
        int quotes = 0;
        long hash = SEED;
        int length = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                boolean isUpper = Character.isUpperCase(c);
                boolean isDigit = Character.isDigit(c);
                letters++;
                upper += isUpper ? 1 : 0;
                digits += isDigit ? 1 : 0;
                capitalised += length == 0 && isUpper ? 1 : 0;
                hash = (hash ^ Character.toLowerCase(c)) * PRIME;
                length++;
            } else {
                if (length > 0) {
                    hashes.add(hash);
                    if (length >= TELLING) {
                        telling.add(hash);
                    }
                    functional += FUNCTION_WORDS.contains(hash) ? 1 : 0;
                    personal += SECOND_PERSON.contains(hash) ? 1 : 0;
                    first += FIRST_PERSON.contains(hash) ? 1 : 0;
                    timely += TIME_WORDS.contains(hash) ? 1 : 0;
                    hash = SEED;
                    length = 0;
                }
                switch (c) {
                    case ',', '،', '、', '，' -> commas++;
                    case '.', '。', '!', '?', '！', '？' -> stops++;
                    case '|', '·', '•', '»', '›', '>', '/' -> separators++;
                    case '@', '©', '#' -> addresses++;
                    case '"', '“', '”', '«' -> quotes++;
                    default -> {}
                }
            }
        }
        float words = Math.max(1, hashes.size());
        Optional<DropReason> phrase = Phrases.reason(block);
        return new float[] {
            hashes.size(),
            text.length(),
            letters / words,
            commas / words,
            stops / words,
            ending(text),
            opening(text),
            capitalised / words,
            upper / (float) Math.max(1, letters),
            digits / (float) Math.max(1, letters),
            functional / words,
            (float) block.linkShare(),
            phrase.map(r -> r.ordinal() + 1).orElse(0),
            separators / words,
            addresses,
            personal / words,
            timely / words,
            quotes,
            hashes.size() > 15 || Bylines.in(text).isEmpty() ? 0 : 1,
            first / words
        };
    }

    /** How it ends: 0 as no sentence does, 1 in a full stop, 2 in another mark, 3 in a colon or the like. */
    private static float ending(String text) {
        if (!TextMeasures.endsLikeSentence(text)) {
            return 0;
        }
        int end = text.length() - 1;
        while (end > 0 && ".!?…。！？:;".indexOf(text.charAt(end)) < 0) {
            end--;
        }
        char c = text.charAt(end);
        return c == '.' || c == '。' ? 1 : c == ':' || c == ';' ? 3 : 2;
    }

    private static float opening(String text) {
        char c = text.charAt(0);
        return Character.isLowerCase(c)
                ? 0
                : Character.isUpperCase(c)
                        ? 1
                        : Character.isLetter(c) ? 2 : Character.isDigit(c) ? 3 : isQuote(c) ? 4 : 5;
    }

    private static boolean isQuote(char c) {
        return "\"“”'‘«»„".indexOf(c) >= 0;
    }

    static long hash(String word) {
        long hash = SEED;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ Character.toLowerCase(word.charAt(i))) * PRIME;
        }
        return hash;
    }

    private static LongSet hashed(Iterable<String> words) {
        LongSet set = new LongOpenHashSet();
        words.forEach(word -> set.add(hash(word)));
        return set;
    }
}
