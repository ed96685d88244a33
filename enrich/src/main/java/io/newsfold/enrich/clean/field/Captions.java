package io.newsfold.enrich.clean.field;

import io.newsfold.contract.ArticleText.Image;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Captions of pictures: what is seen, and whose picture it is. */
final class Captions {
    private static final Pattern CREDIT = Pattern.compile(
            "\\(([^()]{2,80}(?:/|photo|file|via|images|reuters|\\bap\\b|afp)[^()]{0,60})\\)\\W*$|"
                    + "(?:photo|image|picture|credit|photograph|foto)s?(?: credit| by| courtesy "
                    + "of)?\\s*[:/©]\\s*(.{2,80})$|"
                    + "©\\s*(.{2,80})$",
            Pattern.CASE_INSENSITIVE);

    private Captions() {}

    static Image image(String url, @Nullable String caption) {
        if (caption == null || caption.isBlank()) {
            return new Image(url, null, null);
        }
        Matcher credit = CREDIT.matcher(caption);
        if (!credit.find()) {
            return new Image(url, caption, null);
        }
        String words = caption.substring(0, credit.start()).strip();
        String name = IntStream.rangeClosed(1, credit.groupCount())
                .mapToObj(credit::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return new Image(url, words.isEmpty() ? null : words, name.strip());
    }
}
