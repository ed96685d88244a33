package io.newsfold.text.article;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsfold.contract.Flag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One article as an export has it.
 *
 * @param format name of the mapping
 * @param values fields that were found; of TEXT and HTML at most one
 * @param flags what is doubtful about them
 * @param refusal why this is no article: one sentence that names fields; null where it is one
 * @param unread names of fields that have a value and mean nothing here, in the order of the object
 */
public record ExportedArticle(
        String format,
        Map<ArticleField, FieldValue> values,
        Set<Flag> flags,
        @Nullable String refusal,
        List<String> unread) {
    public ExportedArticle {
        values = Map.copyOf(values);
        flags = Set.copyOf(flags);
        unread = List.copyOf(unread);
    }

    /** The value of a field; null where there is none. */
    public @Nullable String text(ArticleField field) {
        FieldValue value = values.get(field);
        return value == null ? null : value.text();
    }

    /** Whether there is a text, with tags or without. */
    public boolean hasBody() {
        return values.containsKey(ArticleField.TEXT) || isPage();
    }

    /** Whether the text has tags. */
    public boolean isPage() {
        return values.containsKey(ArticleField.HTML);
    }

    /** The same article as an object that has our own names only, so that whoever reads it needs no mapping. */
    public ObjectNode normalised() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (ArticleField field : ArticleField.values()) {
            String text = text(field);
            if (text != null) {
                object.put(field.code(), text);
            }
        }
        return object;
    }
}
