package io.newsfold.ingest.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the names of authors: as elements of Atom, or as text that may have an electronic address around the name. */
final class FeedAuthors {
    private static final Pattern MAIL = Pattern.compile("<?(?:mailto:)?[\\w.+-]{1,80}@[\\w.-]{1,80}>?");
    private static final String AROUND = " \t\n\r()<>[],;";

    private final FeedNames names;

    FeedAuthors(FeedNames names) {
        this.names = names;
    }

    /** The names of those who wrote {@code element}, separated by commas; null where none is given. */
    @Nullable
    String of(Element element) {
        for (String source : List.of("dc:creator", "author", "dc:author", "itunes:author", "dc:contributor")) {
            String all = names.children(element, source).stream()
                    .map(this::name)
                    .flatMap(Optional::stream)
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (!all.isEmpty()) {
                return all;
            }
        }
        return null;
    }

    private Optional<String> name(Element author) {
        Optional<String> named = Stream.of("name", "email")
                .flatMap(part -> names.children(author, part).stream())
                .map(FeedContent::plain)
                .flatMap(Stream::ofNullable)
                .findFirst();
        if (named.isPresent() || !author.children().isEmpty()) {
            return named;
        }
        return Optional.ofNullable(FeedContent.plain(author)).map(FeedAuthors::withoutMail);
    }

    /** The name in {@code mail (name)}, {@code name <mail>} and the like; the text itself where it is a mail alone. */
    static String withoutMail(String text) {
        if (text.indexOf('@') < 0) {
            return text;
        }
        String name = MAIL.matcher(text).replaceAll(" ");
        int start = 0;
        int end = name.length();
        while (start < end && AROUND.indexOf(name.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && AROUND.indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return start == end ? text : name.substring(start, end);
    }
}
