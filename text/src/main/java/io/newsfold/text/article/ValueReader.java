package io.newsfold.text.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads JSON values of any type as the text that they plainly mean; empty where they mean none. */
final class ValueReader {
    /** How programs write that there is no value. */
    private static final Set<String> NOTHING = Set.of("nan", "nat", "null", "none", "n/a", "\\n");

    /** What holds the one text of an object. */
    private static final List<String> INNER =
            List.of("rendered", "main", "text", "value", "name", "title", "label", "$oid", "$date", "#text", "@value");

    /** What holds the parts of a text, in the order of the object. */
    private static final Set<String> PARTS = Set.of(
            "rendered",
            "text",
            "value",
            "content",
            "body",
            "headline",
            "heading",
            "title",
            "paragraph",
            "paragraphs",
            "sections",
            "blocks",
            "children",
            "#text",
            "html",
            "raw");

    private static final String PARAGRAPHS = "\n\n";
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d.,]{0,30}");
    private static final Pattern LISTED = Pattern.compile("'((?:[^'\\\\]|\\\\.)*+)'|\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern BASIC_TIME = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})T?(\\d{2})(\\d{2})(\\d{2})(Z?)");
    private static final Pattern NO_SCHEME = Pattern.compile("(?:[\\w-]{1,63}\\.){1,8}\\p{L}{2,20}/\\S*");

    private ValueReader() {}

    /** Whether nothing was given. */
    static boolean isNothing(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || value.isTextual() && isNothing(value.textValue())
                || value.isContainerNode() && value.isEmpty()
                || value.isDouble() && Double.isNaN(value.doubleValue());
    }

    private static boolean isNothing(String text) {
        return text.isBlank()
                || text.length() < 6 && NOTHING.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** One line: a text, a number, the one element of a list, the one text of an object. */
    static Optional<String> line(JsonNode value) {
        if (isNothing(value) || value.isBoolean()) {
            return Optional.empty();
        }
        if (value.isArray()) {
            return value.size() == 1 ? line(value.get(0)) : Optional.empty();
        }
        if (value.isObject()) {
            return INNER.stream()
                    .map(value::path)
                    .filter(inner -> !inner.isContainerNode() && !isNothing(inner))
                    .findFirst()
                    .flatMap(ValueReader::line);
        }
        return Optional.of(value.asText());
    }

    /** A text of any length: paragraphs and sections are joined by empty lines. */
    static Optional<String> prose(JsonNode value) {
        if (isNothing(value) || !value.isContainerNode() && !value.isTextual()) {
            return Optional.empty();
        }
        if (value.isTextual()) {
            String text = value.textValue();
            boolean number = text.length() < 40 && NUMBER.matcher(text.strip()).matches();
            return number ? Optional.empty() : Optional.of(text);
        }
        List<String> parts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> prose(element).ifPresent(parts::add));
        } else {
            value.properties().forEach(field -> {
                if (PARTS.contains(field.getKey().toLowerCase(Locale.ROOT))) {
                    prose(field.getValue()).ifPresent(parts::add);
                }
            });
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(PARAGRAPHS, parts));
    }

    /** Names of people, with commas between them. */
    static Optional<String> people(JsonNode value) {
        if (isNothing(value) || value.isNumber() || value.isBoolean()) {
            return Optional.empty();
        }
        if (value.isTextual()) {
            return Optional.of(people(value.textValue()));
        }
        if (value.isObject()) {
            Optional<String> name = line(value);
            return name.isPresent() ? name : fullName(value);
        }
        List<String> names = new ArrayList<>();
        value.forEach(person -> people(person).ifPresent(names::add));
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    private static Optional<String> fullName(JsonNode person) {
        ObjectFields fields = ObjectFields.of(person);
        List<String> names = List.of("first_name", "first", "given_name", "last_name", "last", "family_name").stream()
                .flatMap(name -> line(fields.get(name)).stream())
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", names));
    }

    /** Lists as other programs write them into one text: {@code ['A', 'B']}, {@code A; B}, {@code Last, First; …}. */
    private static String people(String text) {
        String names = text.strip();
        if (names.startsWith("[") && names.endsWith("]")) {
            Matcher listed = LISTED.matcher(names);
            String inside = listed.results()
                    .map(r -> r.group(1) == null ? r.group(2) : r.group(1))
                    .filter(name -> !name.isBlank())
                    .collect(Collectors.joining(", "));
            return inside.isEmpty() ? names.substring(1, names.length() - 1) : inside;
        }
        if (names.indexOf(';') < 0 && names.indexOf('|') < 0) {
            return names;
        }
        return Pattern.compile("[;|]")
                .splitAsStream(names)
                .map(ValueReader::firstNameFirst)
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static String firstNameFirst(String name) {
        String[] parts = name.split(",", -1);
        return parts.length == 2 ? parts[1].strip() + " " + parts[0].strip() : name.strip();
    }

    /** A date as text: numbers are seconds, milliseconds or microseconds since 1970, or a day such as 20260305. */
    static Optional<String> date(JsonNode value) {
        JsonNode inner = value.isObject() && value.has("$date") ? value.get("$date") : value;
        if (inner.isNumber()) {
            return Optional.of(DateNumber.text(inner.asText()));
        }
        return line(inner).map(text -> {
            Matcher basic = BASIC_TIME.matcher(text.strip());
            if (basic.matches()) {
                return basic.replaceFirst("$1-$2-$3T$4:$5:$6$7");
            }
            return DateNumber.text(text);
        });
    }

    /** An absolute address, or what was given instead of one. */
    static Optional<String> address(JsonNode value) {
        Optional<String> text = value.isObject()
                ? List.of("rendered", "href", "url", "@id").stream()
                        .flatMap(name -> line(value.path(name)).stream())
                        .findFirst()
                : line(value.isArray() && !value.isEmpty() ? value.get(0) : value);
        return text.map(String::strip).map(ValueReader::withScheme);
    }

    private static String withScheme(String address) {
        if (address.startsWith("//")) {
            return "https:" + address;
        }
        return NO_SCHEME.matcher(address).matches() ? "https://" + address : address;
    }

    static boolean isAddress(String text) {
        return text.regionMatches(true, 0, "https://", 0, 8) || text.regionMatches(true, 0, "http://", 0, 7);
    }
}
