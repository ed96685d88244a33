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
    private static final Set<String> CUT = Set.of("be", "bg", "cs", "mk", "pl", "sk", "sl", "uk", "lv", "az", "kk");

    private static final int CUT_LETTERS = 6;

    /** An apostrophe ends the article or preposition before it; or what follows it is an ending. */
    private static final Set<String> ELIDING = Set.of("fr", "it", "ca", "ga", "eo");

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
        return CUT.contains(language) && term.length() > CUT_LETTERS ? term.substring(0, CUT_LETTERS) : term;
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
        int start = iterator.first();
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            parts.add(word.substring(start, end));
            start = end;
        }
        return parts;
    }
}
