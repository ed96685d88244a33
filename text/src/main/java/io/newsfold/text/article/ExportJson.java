package io.newsfold.text.article;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.newsfold.contract.Flag;
import io.newsfold.contract.Json;
import io.newsfold.text.charset.ByteDecoder;
import io.newsfold.text.charset.FlaggedText;
import java.io.IOException;
import java.util.Set;

/** JSON as other programs write it: in any charset, and with NaN where tables have no value. */
public final class ExportJson {
    private static final int UTF16_OR_32 = 4;

    private ExportJson() {}

    /**
     * A JSON value.
     *
     * @param flags what was doubtful about the charset
     */
    public record Value(JsonNode node, Set<Flag> flags) {
        public Value {
            flags = Set.copyOf(flags);
        }
    }

    /** A reader of JSON values; thread-safe. */
    public static ObjectReader reader() {
        return Json.reader(JsonNode.class).with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);
    }

    /** @throws IOException where the bytes are not exactly one JSON value */
    public static Value parse(byte[] bytes) throws IOException {
        if (hasNulls(bytes)) {
            return new Value(reader().readTree(bytes), Set.of());
        }
        FlaggedText text = ByteDecoder.decode(bytes, "application/json; charset=utf-8");
        return new Value(reader().readTree(text.text()), text.flags());
    }

    /** JSON in UTF-16 or UTF-32, which its parser detects more surely than anyone else. */
    private static boolean hasNulls(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, UTF16_OR_32); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
