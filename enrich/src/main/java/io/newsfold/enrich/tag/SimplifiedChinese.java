package io.newsfold.enrich.tag;

import com.ibm.icu.text.Transliterator;
import java.util.stream.IntStream;

/** The simplified forms of traditional Chinese characters, by ICU. */
final class SimplifiedChinese {
    private static final int FIRST = 0x4e00;
    private static final int LAST = 0x9fff;
    private static final int[] FORMS = forms();

    private SimplifiedChinese() {}

    private static int[] forms() {
        Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
        return IntStream.rangeClosed(FIRST, LAST)
                .map(character ->
                        simplified.transliterate(Character.toString(character)).codePointAt(0))
                .toArray();
    }

    /** The simplified form of a character; the character where it has none. */
    static int of(int character) {
        return character < FIRST || character > LAST ? character : FORMS[character - FIRST];
    }
}
