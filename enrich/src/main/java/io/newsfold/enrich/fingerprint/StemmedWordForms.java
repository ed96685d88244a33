package io.newsfold.enrich.fingerprint;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HindiStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/**
 * Words by the stemmer of Snowball for their language; where there is none and words have many endings, by their first
 * letters. Scripts without spaces are divided by the dictionaries of ICU.
 */
final class StemmedWordForms extends WordForms {
    private static final Map<String, Supplier<SnowballStemmer>> STEMMERS = Map.ofEntries(
            Map.entry("ar", ArabicStemmer::new),
            Map.entry("bs", SerbianStemmer::new),
            Map.entry("ca", CatalanStemmer::new),
            Map.entry("da", DanishStemmer::new),
            Map.entry("de", GermanStemmer::new),
            Map.entry("el", GreekStemmer::new),
            Map.entry("es", SpanishStemmer::new),
            Map.entry("et", EstonianStemmer::new),
            Map.entry("eu", BasqueStemmer::new),
            Map.entry("fi", FinnishStemmer::new),
            Map.entry("fr", FrenchStemmer::new),
            Map.entry("ga", IrishStemmer::new),
            Map.entry("hi", HindiStemmer::new),
            Map.entry("hr", SerbianStemmer::new),
            Map.entry("hu", HungarianStemmer::new),
            Map.entry("hy", ArmenianStemmer::new),
            Map.entry("id", IndonesianStemmer::new),
            Map.entry("it", ItalianStemmer::new),
            Map.entry("lt", LithuanianStemmer::new),
            Map.entry("ne", NepaliStemmer::new),
            Map.entry("nl", DutchStemmer::new),
            Map.entry("no", NorwegianStemmer::new),
            Map.entry("pt", PortugueseStemmer::new),
            Map.entry("ro", RomanianStemmer::new),
            Map.entry("ru", RussianStemmer::new),
            Map.entry("sr", SerbianStemmer::new),
            Map.entry("sv", SwedishStemmer::new),
            Map.entry("ta", TamilStemmer::new),
            Map.entry("tr", TurkishStemmer::new));

    /** Languages of many endings without a stemmer: what stands behind the sixth letter is mostly an ending. */
    private static final Set<String> CUT =
            Set.of("bn", "be", "bg", "cs", "mk", "pl", "sk", "sl", "uk", "lv", "az", "kk");

    private static final int CUT_LETTERS = 6;

    /** An apostrophe ends the article or preposition before it; or what follows it is an ending. */
    private static final Set<String> ELIDING = Set.of("fr", "it", "ca", "ga", "eo");

    /** Chinese particles, pronouns, numerals and the like, which are words of one character. */
    private static final String FUNCTION_CHARACTERS = "的了在是和与及也都就被将把从对为于到由而或以上下中内外前后其这那他她它们我你不没有很更最已又再还说"
            + "称并但向让给使等个名人年月日时分元万亿一二三四五六七八九十百千两多些各每该此因所能会可要来去过起出入至自如若则之"
            + "的瞭與將從對為這們沒說稱並讓給個時萬億兩該會來過";

    private static final Set<String> PARTICLES =
            Set.of(("은 는 이 가 을 를 의 에 에서 에게 에게서 께 께서 으로 로 으로서 로서 으로써 로써 와 과 도 만 까지 부터 보다"
                            + " 처럼 이나 나 이라고 라고 이라는 라는 에는 에도 에서는 에서도 으로는 로는 으로도 이며 며 이고 이다 하고 에만 마다 조차 이란 란")
                    .split(" "));
    private static final int LONGEST_PARTICLE = 3;
    private static final int KOREAN_SYLLABLES = 3;
    private static final String HEBREW_PREFIXES = "ובהלמשכ";
    private static final int SHORTEST_WITH_PREFIX = 5;

    private static final Set<String> WITH_ENDINGS = Set.of("tr", "az");
    private static final Set<String> WITHOUT_CAPITALS = Set.of(
            ("am ar bn bo ckb dv fa gu he hi ja ka km kn ko ku lo ml mr my ne or pa ps si ta te th ur zh").split(" "));
    private static final Map<String, WordForms> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final String language;
    private final ThreadLocal<SnowballStemmer> stemmer;
    private final ThreadLocal<BreakIterator> words;
    private final @Nullable Transliterator simplified;

    private StemmedWordForms(String language) {
        this.language = language;
        Supplier<SnowballStemmer> made = STEMMERS.get(language);
        stemmer = ThreadLocal.withInitial(made == null ? NoStemmer::new : made);
        words = ThreadLocal.withInitial(() -> BreakIterator.getWordInstance(ULocale.forLanguageTag(language)));
        simplified = language.equals("zh") ? Transliterator.getInstance("Traditional-Simplified") : null;
    }

    static WordForms of(String language) {
        return BY_LANGUAGE.computeIfAbsent(language, StemmedWordForms::new);
    }

    /** Leaves words as they are. */
    private static final class NoStemmer extends SnowballStemmer {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean stem() {
            return true;
        }
    }

    @Override
    String plainTerm(String word) {
        return term(word);
    }

    @Override
    String term(String word) {
        if (Character.isDigit(word.codePointAt(0))) {
            return without(without(folded(word), ','), '\'');
        }
        String bare = word;
        int apostrophe = Math.max(bare.indexOf('\''), bare.indexOf('’'));
        if (apostrophe > 0 && WITH_ENDINGS.contains(language)) {
            bare = bare.substring(0, apostrophe);
        }
        String lower = bare.toLowerCase(language.equals("tr") ? Locale.forLanguageTag("tr") : Locale.ROOT);
        String folded = folded(stem(simplify(lower)));
        String term = without(without(folded, '\''), '.');
        if (language.equals("ko")) {
            return koreanStem(term);
        }
        if (language.equals("he")) {
            return withoutHebrewPrefix(term);
        }
        return CUT.contains(language) && term.length() > CUT_LETTERS ? term.substring(0, CUT_LETTERS) : term;
    }

    /**
     * The first syllables of a Korean word without the particle at its end, the longest that leaves two syllables: what
     * follows is mostly an ending of a verb.
     */
    private static String koreanStem(String word) {
        String stem = withoutParticle(word);
        return stem.substring(0, Math.min(stem.length(), KOREAN_SYLLABLES));
    }

    /** A Hebrew word without the conjunction, preposition or article before it. */
    private static String withoutHebrewPrefix(String word) {
        boolean hasPrefix = word.length() >= SHORTEST_WITH_PREFIX && HEBREW_PREFIXES.indexOf(word.charAt(0)) >= 0;
        return hasPrefix ? word.substring(1) : word;
    }

    private static String withoutParticle(String word) {
        for (int length = LONGEST_PARTICLE; length > 0; length--) {
            int end = word.length() - length;
            if (end >= 2 && PARTICLES.contains(word.substring(end))) {
                return word.substring(0, end);
            }
        }
        return word;
    }

    private String simplify(String word) {
        return simplified == null ? word : simplified.transliterate(word);
    }

    private String stem(String word) {
        SnowballStemmer own = stemmer.get();
        own.setCurrent(word);
        own.stem();
        String stem = own.getCurrent();
        return stem.isEmpty() ? word : stem;
    }

    @Override
    boolean joinsAtApostrophe() {
        return !ELIDING.contains(language);
    }

    @Override
    Capitals capitals() {
        if (language.equals("de") || language.equals("lb")) {
            return Capitals.NOUNS;
        }
        return WITHOUT_CAPITALS.contains(language) ? Capitals.NONE : Capitals.NAMES;
    }

    @Override
    boolean isUndivided(String word) {
        return word.length() > 1 && TextMeasures.isUnspaced(word.codePointAt(0));
    }

    @Override
    List<String> divide(String word) {
        BreakIterator iterator = words.get();
        iterator.setText(word);
        List<String> parts = new ArrayList<>();
        StringBuilder singles = new StringBuilder();
        int start = iterator.first();
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            String part = word.substring(start, end);
            if (isPartOfName(part)) {
                singles.append(part);
            } else {
                takeName(singles, parts);
                parts.add(part);
            }
            start = end;
        }
        takeName(singles, parts);
        return parts;
    }

    /** What the dictionary does not know, as most names, it divides into single characters. */
    private static boolean isPartOfName(String part) {
        return part.length() == 1
                && Character.UnicodeScript.of(part.charAt(0)) == Character.UnicodeScript.HAN
                && FUNCTION_CHARACTERS.indexOf(part.charAt(0)) < 0;
    }

    /** Adds two and more single characters in a row as their pairs, which a longer run with the same name has too. */
    private static void takeName(StringBuilder singles, List<String> parts) {
        if (singles.length() == 1) {
            parts.add(singles.toString());
        }
        for (int i = 0; i + 1 < singles.length(); i++) {
            parts.add(singles.substring(i, i + 2));
        }
        singles.setLength(0);
    }
}
