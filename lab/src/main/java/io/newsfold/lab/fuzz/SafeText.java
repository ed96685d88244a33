package io.newsfold.lab.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Checks that text can be shown, logged and stored: no control characters but line breaks and tabs, no lone
 * surrogates, no direction overrides.
 */
final class SafeText {
    private SafeText() {}

    /** Checks every text in a JSON object. */
    static void checkAll(byte[] json) {
        try {
            checkAll("", Json.reader(JsonNode.class).readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException("our own JSON", e);
        }
    }

    private static void checkAll(String field, JsonNode node) {
        if (node.isTextual()) {
            check(field, node.textValue());
        }
        node.properties().forEach(child -> checkAll(field + "/" + child.getKey(), child.getValue()));
        if (node.isArray()) {
            node.forEach(element -> checkAll(field, element));
        }
    }

    /** @throws AssertionError naming the first bad character and its place */
    static void check(String field, String text) {
        text.codePoints().filter(SafeText::isBad).findFirst().ifPresent(bad -> {
            throw new AssertionError("%s has U+%04X at %d".formatted(field, bad, text.indexOf(bad)));
        });
    }

    private static boolean isBad(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t'
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069;
    }
}
