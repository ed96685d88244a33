package io.newsfold.enrich.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Splits English text into the stems of its words. Not thread-safe. */
final class StemmedText {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final Pattern APOSTROPHE = Pattern.compile("['’]s?$|^'");

    private final EnglishStemmer stemmer = new EnglishStemmer();

    /** The stems, in the order of the words. */
    List<String> stems(String text) {
        List<String> stems = new ArrayList<>();
        for (String word : NO_WORD.split(text.replace('’', '\'').toLowerCase(Locale.ROOT))) {
            String plain = APOSTROPHE.matcher(word).replaceAll("");
            if (!plain.isEmpty()) {
                stemmer.setCurrent(plain);
                stemmer.stem();
                stems.add(stemmer.getCurrent());
            }
        }
        return stems;
    }
}
