package io.newsfold.text.charset;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A guess at the charset of bytes that do not say it: ICU's, by its statistics of languages, unless the text would not
 * look like one then.
 */
final class CharsetGuess {
    /** Charsets of alphabets other than the Latin one; ICU does not know the last four. */
    private static final List<WebEncoding> OTHER_ALPHABETS = List.of(
            named("windows-1251"),
            named("KOI8-R"),
            named("ISO-8859-5"),
            named("windows-1253"),
            named("windows-1255"),
            named("windows-1256"),
            named("IBM866"),
            named("IBM855"),
            named("x-MacCyrillic"),
            named("x-windows-874"));

    /** So few letters beyond ASCII say nothing about the language. */
    private static final int FEW_LETTERS = 6;

    /** A language in Latin letters has fewer letters beyond ASCII, in per cent of the letters around them. */
    private static final int MOST_IN_LATIN = 60;

    private static final int SAMPLE_BYTES = 1 << 14;

    private CharsetGuess() {}

    /** The likeliest charset of a byte each or two; never UTF-8 or UTF-16, which are told by other signs before. */
    static WebEncoding of(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true);
        Map<WebEncoding, Integer> confidence = new HashMap<>();
        WebEncoding best = null;
        for (CharsetMatch match : detector.setText(bytes).detectAll()) {
            Optional<WebEncoding> encoding = WebEncoding.of(match.getName()).filter(e -> isCandidate(e, bytes));
            if (encoding.isPresent()) {
                confidence.putIfAbsent(encoding.get(), match.getConfidence());
                best = best == null ? encoding.get() : best;
            }
        }
        byte[] words = beyondAscii(bytes);
        if (best == null) {
            return otherAlphabet(words, confidence).orElse(WebEncoding.WINDOWS_1252);
        }
        boolean isLatin = isLatin(best);
        int letters = countBeyondAscii(words);
        boolean hasTooMany = isLatin && letters * 100 > MOST_IN_LATIN * words.length;
        if (hasTooMany || OTHER_ALPHABETS.contains(best)) {
            return otherAlphabet(words, confidence).orElse(best);
        }
        return isLatin && letters < FEW_LETTERS ? WebEncoding.WINDOWS_1252 : best;
    }

    private static WebEncoding named(String charset) {
        return new WebEncoding(Charset.forName(charset), "");
    }

    private static boolean isCandidate(WebEncoding encoding, byte[] bytes) {
        boolean wide = encoding.isUtf16() || encoding.isUtf32() || encoding.isUtf8();
        boolean ebcdic = encoding.charset().name().startsWith("IBM4"); // files of mainframes, never of the web
        return !wide && !ebcdic && !TextShape.isBroken(encoding.decode(sample(bytes)));
    }

    private static boolean isLatin(WebEncoding encoding) {
        return List.of("windows-1250", "windows-1252", "windows-1254", "ISO-8859-2")
                .contains(encoding.charset().name());
    }

    private static Optional<WebEncoding> otherAlphabet(byte[] bytes, Map<WebEncoding, Integer> confidence) {
        WebEncoding best = null;
        double most = 0.5; // a text in the right charset has more pairs that fit than others
        for (WebEncoding encoding : OTHER_ALPHABETS) {
            double score =
                    TextShape.score(encoding.decode(sample(bytes))) + confidence.getOrDefault(encoding, 0) / 200.0;
            if (score > most) {
                most = score;
                best = encoding;
            }
        }
        return Optional.ofNullable(best);
    }

    private static byte[] sample(byte[] bytes) {
        return bytes.length <= SAMPLE_BYTES ? bytes : Arrays.copyOf(bytes, SAMPLE_BYTES);
    }

    /** The words that have a byte beyond ASCII, parted by spaces: names and tags say nothing. */
    private static byte[] beyondAscii(byte[] bytes) {
        byte[] words = new byte[bytes.length + 1];
        int length = 0;
        int start = 0;
        boolean has = false;
        for (int i = 0; i <= bytes.length; i++) {
            if (i < bytes.length && isInWord(bytes[i])) {
                has |= bytes[i] < 0;
                continue;
            }
            if (has && i > start) {
                System.arraycopy(bytes, start, words, length, i - start);
                length += i - start;
                words[length++] = ' ';
            }
            start = i + 1;
            has = false;
        }
        return Arrays.copyOf(words, length);
    }

    private static boolean isInWord(byte b) {
        return b < 0 || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
    }

    private static int countBeyondAscii(byte[] bytes) {
        int count = 0;
        for (byte b : bytes) {
            count += b < 0 ? 1 : 0;
        }
        return count;
    }
}
