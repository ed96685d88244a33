package io.newsfold.enrich.tag;

import java.text.Normalizer;
import java.util.Locale;

/** Names in a form that is the same for all their spellings: no case, no accents, one ending for the ways of writing -skyj. */
final class Spelling {
    private Spelling() {}

    static String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return plain.replaceAll("(?<=sk|ck|dr|er|ri)(?:iy|yy|ij|yi|ii|yj|y|i|j)\\b", "i")
                .replace("ph", "f")
                .replaceAll("ss\\b", "s");
    }
}
