package io.newsfold.text.article;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.text.article.LongTexts.LongText;
import io.newsfold.text.charset.TextNormalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says why an object is no article: which fields it has, which are wanted, and what it may have meant. */
final class MissingText {
    private static final int NAMES = 12;
    private static final int NAME_CHARS = 40;
    private static final int SHORTEST_TEXT = 40;

    private MissingText() {}

    /** Of an object without text that has something that may be the text; null where it has nothing of the kind. */
    static @Nullable String of(JsonNode object, Set<String> known, List<String> misfits, ObjectFields fields) {
        List<LongText> texts = LongTexts.in(object, known);
        if (!texts.isEmpty()) {
            String longest = texts.stream()
                    .reduce((a, b) -> b.length() > a.length() ? b : a)
                    .map(LongText::path)
                    .orElseThrow();
            return noText(object) + ", though " + lengths(texts) + didYouMean(longest) + ": --fields text="
                    + name(longest) + " takes it";
        }
        Optional<String> misspelt = misspelt(object, known);
        if (misspelt.isPresent()) {
            return noText(object) + didYouMean(misspelt.get()) + ": --fields text=" + name(misspelt.get())
                    + " takes it";
        }
        return misfits.stream()
                .filter(textNames()::contains)
                .findFirst()
                .map(path -> misfit(path, "text", fields))
                .orElse(null);
    }

    /** Of an object with neither text nor headline. */
    static String nothing(JsonNode object) {
        return noText(object) + " and no headline; a text is called " + someNames() + ", or as --fields text=… says";
    }

    /** Of an object that lacks the text that the user names. */
    static String asked(FieldMapping asked, JsonNode object) {
        List<String> wanted = Stream.of(ArticleField.TEXT, ArticleField.HTML)
                .flatMap(field -> asked.aliases(field).stream())
                .toList();
        List<String> names = names(object);
        String near = names.stream()
                .filter(n -> NearestName.of(n, wanted).isPresent())
                .findFirst()
                .map(n -> "; did you mean " + name(n) + "?")
                .orElse("");
        return "found " + list(names) + ", and no text in " + String.join(" or ", wanted) + ", which --fields names"
                + near;
    }

    /** Of a text that is only a part of another one. */
    static String longer(String taken, int length, LongText other) {
        return name(taken) + " has " + count(length) + " characters and " + name(other.path()) + " "
                + count(other.length()) + ": name the one that is the article's text, as --fields text="
                + name(other.path());
    }

    /** Of texts that stand in objects which may be about something else. */
    static String nested(List<String> paths) {
        return "found no text but " + list(paths) + ", which may be of another article: name it if it is the text, as"
                + " --fields text=" + name(paths.get(0));
    }

    /** Of a value that has another type than its field. */
    static String misfit(String path, String field, ObjectFields fields) {
        JsonNode value = FieldPath.of(path).in(fields);
        String wanted = field.equals("text") ? "a text or a list of paragraphs" : "one text";
        return name(fields.nameOf(path)) + " is " + type(value) + "; the " + field + " has to be " + wanted;
    }

    private static String type(JsonNode value) {
        if (value.isArray()) {
            return "a list of " + value.size() + " values";
        }
        if (value.isObject()) {
            return "an object with " + list(names(value));
        }
        return (value.isNumber() ? "the number " : "the value ") + name(value.asText());
    }

    private static String noText(JsonNode object) {
        return "found " + list(names(object)) + ", but no text";
    }

    private static String lengths(List<LongText> texts) {
        List<String> all = texts.stream()
                .limit(3)
                .map(text -> name(text.path()) + " has " + count(text.length()) + " characters")
                .toList();
        return String.join(" and ", all);
    }

    /** The first field whose name is nearly that of a text, and which has one. */
    private static Optional<String> misspelt(JsonNode object, Set<String> known) {
        return object.properties().stream()
                .filter(field -> !known.contains(ObjectFields.plain(field.getKey())))
                .filter(field -> ValueReader.prose(field.getValue())
                        .filter(text -> text.length() >= SHORTEST_TEXT && text.indexOf(' ') >= 0)
                        .isPresent())
                .map(field -> field.getKey())
                .filter(name -> NearestName.of(name, textNames()).isPresent())
                .findFirst();
    }

    /** Of an object whose headline has nearly the name of one; empty where there is nothing of the kind. */
    static Optional<String> misspeltHeadline(JsonNode object, Set<String> known) {
        List<String> headlines = KnownMappings.general().aliases(ArticleField.HEADLINE);
        return object.properties().stream()
                .filter(field -> field.getValue().isTextual()
                        && field.getValue().textValue().indexOf(' ') > 0)
                .map(field -> field.getKey())
                .filter(name -> !known.contains(ObjectFields.plain(name)))
                .flatMap(name -> NearestName.spelling(name, headlines)
                        .map(near -> "found " + list(names(object)) + ", but no headline (did you mean " + near
                                + "?): --fields headline=" + name(name) + " takes it")
                        .stream())
                .findFirst();
    }

    private static String didYouMean(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        return NearestName.of(last, textNames())
                .map(near -> " (did you mean " + near + "?)")
                .orElse(" (a text is called " + someNames() + ")");
    }

    private static List<String> textNames() {
        return Stream.of(ArticleField.TEXT, ArticleField.HTML)
                .flatMap(field -> KnownMappings.general().aliases(field).stream())
                .toList();
    }

    private static String someNames() {
        List<String> names = KnownMappings.general().aliases(ArticleField.TEXT);
        return String.join(", ", names.subList(0, 5)) + " or html";
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String list(List<String> names) {
        if (names.isEmpty()) {
            return "no fields";
        }
        String first = String.join(
                ", ", names.stream().limit(NAMES).map(MissingText::name).toList());
        return names.size() <= NAMES ? first : first + " and " + (names.size() - NAMES) + " more";
    }

    /** Names come from strangers: nothing in them breaks the line. */
    private static String name(String name) {
        String safe = name.replaceAll("[\\p{C}\\p{Z}]", " ").strip();
        return TextNormalizer.cut(safe, NAME_CHARS) + (safe.length() > NAME_CHARS ? "…" : "");
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
