package io.newsfold.desk.index;

import static java.util.Map.entry;

import io.newsfold.contract.LanguageCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * How texts are indexed and searched by language: word forms and accents do not count, no word is left out. A text is in
 * the field of its language, as {@code body.de}; languages that are not listed here share {@code body.}, where words
 * are only folded.
 */
final class LanguageAnalysis {
    /** The name under which languages without an analyzer are searched. */
    static final String OTHER = "";

    private static final Map<String, Function<CharArraySet, Analyzer>> ANALYZERS = Map.ofEntries(
            entry("ar", ArabicAnalyzer::new),
            entry("bg", BulgarianAnalyzer::new),
            entry("bn", BengaliAnalyzer::new),
            entry("ca", CatalanAnalyzer::new),
            entry("cs", CzechAnalyzer::new),
            entry("da", DanishAnalyzer::new),
            entry("de", GermanAnalyzer::new),
            entry("el", GreekAnalyzer::new),
            entry("en", EnglishAnalyzer::new),
            entry("es", SpanishAnalyzer::new),
            entry("et", EstonianAnalyzer::new),
            entry("fa", PersianAnalyzer::new),
            entry("fi", FinnishAnalyzer::new),
            entry("fr", FrenchAnalyzer::new),
            entry("hi", HindiAnalyzer::new),
            entry("hu", HungarianAnalyzer::new),
            entry("id", IndonesianAnalyzer::new),
            entry("it", ItalianAnalyzer::new),
            entry("ja", CJKAnalyzer::new),
            entry("ko", CJKAnalyzer::new),
            entry("lt", LithuanianAnalyzer::new),
            entry("lv", LatvianAnalyzer::new),
            entry("nl", DutchAnalyzer::new),
            entry("no", NorwegianAnalyzer::new),
            entry("pt", PortugueseAnalyzer::new),
            entry("ro", RomanianAnalyzer::new),
            entry("ru", RussianAnalyzer::new),
            entry("sr", SerbianAnalyzer::new),
            entry("sv", SwedishAnalyzer::new),
            entry("th", ThaiAnalyzer::new),
            entry("tr", TurkishAnalyzer::new),
            entry("zh", CJKAnalyzer::new));

    /** The analyzer of all fields. */
    static final Analyzer ANALYZER = byField();

    private LanguageAnalysis() {}

    /** The key of the analysis of a language: its code, or {@link #OTHER}. */
    static String key(String language) {
        String code = LanguageCode.primary(language);
        return ANALYZERS.containsKey(code) ? code : OTHER;
    }

    /** All keys, in order. */
    static Set<String> keys() {
        Set<String> keys = new TreeSet<>(ANALYZERS.keySet());
        keys.add(OTHER);
        return keys;
    }

    /** The name of a field for texts of a key. */
    static String field(String name, String key) {
        return name + "." + key;
    }

    private static Analyzer byField() {
        Map<String, Analyzer> byKey = new HashMap<>();
        ANALYZERS.forEach((key, make) -> byKey.put(key, new Folding(make.apply(CharArraySet.EMPTY_SET))));
        Analyzer other = new Folding(new StandardAnalyzer());
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return byKey.getOrDefault(field.substring(field.indexOf('.') + 1), other);
            }
        };
    }

    /** Takes the accents off Latin letters; other scripts are the analyzers' own matter. */
    private static final class Folding extends AnalyzerWrapper {
        private final Analyzer words;

        Folding(Analyzer words) {
            super(GLOBAL_REUSE_STRATEGY);
            this.words = words;
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return words;
        }

        @Override
        protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
            TokenFilter folded = new ASCIIFoldingFilter(components.getTokenStream());
            return new TokenStreamComponents(components.getSource(), folded);
        }

        /** Of {@code begin*}, which no stemmer sees. */
        @Override
        protected TokenStream wrapTokenStreamForNormalization(String field, TokenStream in) {
            return new ASCIIFoldingFilter(in);
        }
    }
}
