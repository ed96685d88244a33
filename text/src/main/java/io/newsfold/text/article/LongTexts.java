package io.newsfold.text.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds texts in an object that are as long as articles. Linear in the size of the object. */
final class LongTexts {
    private static final int LONG = 200;
    private static final int DEPTH = 8;
    private static final int MOST = 20;

    private final List<LongText> found = new ArrayList<>();

    /**
     * A long text.
     *
     * @param path with dots
     * @param length in characters, of all paragraphs together
     */
    record LongText(String path, int length) {}

    private LongTexts() {}

    /** The first long texts, in the order of the object, but for fields of the known names. */
    static List<LongText> in(JsonNode object, Set<String> known) {
        LongTexts texts = new LongTexts();
        object.properties().forEach(field -> {
            if (!known.contains(ObjectFields.plain(field.getKey()))) {
                texts.add(field.getKey(), field.getValue(), 1);
            }
        });
        return texts.found;
    }

    private void add(String path, JsonNode value, int depth) {
        if (found.size() >= MOST || depth > DEPTH) {
            return;
        }
        if (value.isTextual()) {
            addText(path, value.textValue());
        } else if (value.isArray()) {
            int before = found.size();
            ValueReader.prose(value).ifPresent(paragraphs -> addText(path, paragraphs));
            if (found.size() == before) {
                value.forEach(element -> add(path, element, depth + 1));
            }
        } else {
            value.properties().forEach(field -> add(path + "." + field.getKey(), field.getValue(), depth + 1));
        }
    }

    private void addText(String path, String text) {
        if (text.length() >= LONG && isProse(text)) {
            found.add(new LongText(path, text.length()));
        }
    }

    /** Not an address, a digest or a picture in Base64: it has spaces, or is in a script that needs none. */
    private static boolean isProse(String text) {
        long spaces = text.chars().filter(Character::isWhitespace).count();
        long letters = text.chars().filter(Character::isLetter).count();
        long withoutSpaces =
                text.chars().filter(c -> c >= 0x0E00 && Character.isLetter(c)).count();
        return letters > text.length() / 2 && (spaces > text.length() / 15 || withoutSpaces > text.length() / 2);
    }
}
