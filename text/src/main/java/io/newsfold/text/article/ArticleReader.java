package io.newsfold.text.article;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Flag;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one object: what is asked for first, then the places of its exporter, then those of all others.
 * Confined to one object.
 */
public final class ArticleReader {
    /** Objects inside objects are read down to this depth. */
    private static final int DEPTH = 4;

    private static final Set<ArticleField> BODY = EnumSet.of(ArticleField.TEXT, ArticleField.HTML);

    private final ObjectFields fields;
    private final FieldMapping exporter;
    private final List<FieldMapping> mappings;
    private final Map<ArticleField, FieldValue> values = new EnumMap<>(ArticleField.class);
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final List<String> misfits = new ArrayList<>();

    private ArticleReader(JsonNode object, FieldMapping asked) {
        fields = ObjectFields.of(object);
        exporter = KnownMappings.of(fields);
        mappings = asked.isEmpty()
                ? List.of(exporter, KnownMappings.general())
                : List.of(asked, exporter, KnownMappings.general());
    }

    /** Reads an object by what is built in. */
    public static ExportedArticle read(JsonNode object) {
        return read(object, FieldMapping.NONE);
    }

    /**
     * Reads an object.
     *
     * @param asked goes before what is built in, for the fields that it has
     */
    public static ExportedArticle read(JsonNode object, FieldMapping asked) {
        return read(object, asked, 1);
    }

    /** @param depth of the object in that of the delivery */
    private static ExportedArticle read(JsonNode object, FieldMapping asked, int depth) {
        ArticleReader reader = new ArticleReader(object, asked);
        reader.readFields();
        if (!asked.isEmpty() && reader.missesWhatIsAsked(asked)) {
            return reader.result(MissingText.asked(asked, object));
        }
        return reader.hasBody() ? reader.complete(object, !asked.isEmpty()) : reader.withoutBody(object, depth);
    }

    /** Reads the fields of this object only, not those of objects inside of it. */
    static ExportedArticle flat(JsonNode object) {
        ArticleReader reader = new ArticleReader(object, FieldMapping.NONE);
        reader.readFields();
        return reader.result(null);
    }

    private void readFields() {
        readBody();
        for (ArticleField field : ArticleField.values()) {
            if (!BODY.contains(field)) {
                find(field).ifPresent(value -> values.put(field, value));
            }
        }
    }

    private boolean hasBody() {
        return values.containsKey(ArticleField.TEXT) || values.containsKey(ArticleField.HTML);
    }

    /** A text that somebody names must be there: another one that is guessed would be a silent mistake. */
    private boolean missesWhatIsAsked(FieldMapping asked) {
        boolean asksForBody =
                BODY.stream().anyMatch(field -> !asked.paths(field).isEmpty());
        return asksForBody
                && BODY.stream().noneMatch(field -> firstText(asked, field).isPresent());
    }

    private void readBody() {
        for (FieldMapping mapping : mappings) {
            Optional<FieldValue> text = firstText(mapping, ArticleField.TEXT);
            Optional<FieldValue> html = firstText(mapping, ArticleField.HTML);
            if (html.isPresent() && (text.isEmpty() || showsAsMuch(html.get(), text.get()))) {
                values.put(ArticleField.HTML, html.get());
                return;
            }
            if (text.isPresent()) {
                putText(text.get());
                return;
            }
        }
    }

    private static boolean showsAsMuch(FieldValue html, FieldValue text) {
        return Markup.visible(html.text()) >= 0.9 * Markup.visible(text.text());
    }

    private void putText(FieldValue found) {
        boolean cut = Markup.isCut(found.text());
        FieldValue whole = cut ? new FieldValue(found.path(), Markup.withoutCut(found.text())) : found;
        if (cut) {
            flags.add(Flag.TEXT_TRUNCATED);
        }
        values.put(Markup.isIn(whole.text()) ? ArticleField.HTML : ArticleField.TEXT, whole);
    }

    /** The first text that is whole; a later one where it is more than twice as long, because the first is a teaser. */
    private Optional<FieldValue> firstText(FieldMapping mapping, ArticleField field) {
        FieldValue best = null;
        for (FieldPath path : mapping.paths(field)) {
            FieldValue value = value(field, path, mapping);
            if (value != null && (best == null || isBetter(value, best))) {
                best = value;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isBetter(FieldValue value, FieldValue best) {
        return value.text().length() > 2 * best.text().length()
                || Markup.isCut(best.text()) && !Markup.isCut(value.text());
    }

    private Optional<FieldValue> find(ArticleField field) {
        FieldValue doubtful = null;
        for (FieldMapping mapping : mappings) {
            for (FieldPath path : mapping.paths(field)) {
                FieldValue value = value(field, path, mapping);
                if (value != null && fits(field, value)) {
                    return Optional.of(value);
                }
                doubtful = value != null && isMeantAs(field, path, mapping) ? value : doubtful;
            }
        }
        return Optional.ofNullable(doubtful);
    }

    private @Nullable FieldValue value(ArticleField field, FieldPath path, FieldMapping mapping) {
        boolean ignored = mapping.isGeneral() && exporter.ignored().contains(path.text());
        JsonNode node = path.in(fields);
        if (ignored || ValueReader.isNothing(node)) {
            return null;
        }
        Optional<String> text = text(field, node).filter(found -> !found.isBlank());
        if (text.isEmpty()) {
            misfits.add(path.text());
        }
        return text.map(found -> new FieldValue(path.text(), found)).orElse(null);
    }

    private static Optional<String> text(ArticleField field, JsonNode node) {
        return switch (field) {
            case TEXT, HTML, DESCRIPTION -> ValueReader.prose(node);
            case AUTHOR -> ValueReader.people(node);
            case PUBLISHED, FETCHED -> ValueReader.date(node);
            case URL -> ValueReader.address(node);
            case HEADLINE, PUBLISHER, LANGUAGE, ID -> ValueReader.line(node);
        };
    }

    /**
     * Names such as {@code source} and {@code guid} have an address in one export and a name or a number in another.
     */
    private static boolean fits(ArticleField field, FieldValue value) {
        return switch (field) {
            case URL -> ValueReader.isAddress(value.text());
            case PUBLISHER -> !ValueReader.isAddress(value.text());
            default -> true;
        };
    }

    private static boolean isMeantAs(ArticleField field, FieldPath path, FieldMapping mapping) {
        String name = path.text().toLowerCase(Locale.ROOT);
        boolean asked = !mapping.isGeneral() && !mapping.paths(field).isEmpty();
        return field == ArticleField.URL && (asked || name.endsWith("url") || name.endsWith("link"));
    }

    private ExportedArticle complete(JsonNode object, boolean asked) {
        FieldValue body = values.getOrDefault(ArticleField.HTML, values.get(ArticleField.TEXT));
        Optional<String> longer = asked || body == null
                ? Optional.empty()
                : LongTexts.in(object, knownNames()).stream()
                        .filter(text -> text.length() > 2 * body.text().length())
                        .findFirst()
                        .map(text -> MissingText.longer(
                                fields.nameOf(body.path()), body.text().length(), text));
        return result(longer.or(this::unreadableHeadline).orElse(null));
    }

    private boolean isAskedFor(ArticleField field) {
        return !mappings.get(0).paths(field).isEmpty() && mappings.size() > 2;
    }

    /** A headline that is there and cannot be read would be replaced by a guess. */
    private Optional<String> unreadableHeadline() {
        if (values.containsKey(ArticleField.HEADLINE) || isAskedFor(ArticleField.HEADLINE)) {
            return Optional.empty();
        }
        return mappings.stream()
                .flatMap(mapping -> mapping.aliases(ArticleField.HEADLINE).stream())
                .filter(misfits::contains)
                .findFirst()
                .map(path -> MissingText.misfit(path, "headline", fields))
                .or(() -> MissingText.misspeltHeadline(fields.object(), knownNames()));
    }

    private ExportedArticle withoutBody(JsonNode object, int depth) {
        boolean hasHeadline = values.containsKey(ArticleField.HEADLINE);
        NestedArticle nested = depth >= DEPTH
                ? NestedArticle.NONE
                : NestedArticle.in(object, hasHeadline, inner -> read(inner, FieldMapping.NONE, depth + 1));
        if (nested.refusal() != null) {
            return result(nested.refusal());
        }
        ExportedArticle inner = nested.article();
        if (inner != null) {
            return merged(inner, nested.path());
        }
        String refusal = MissingText.of(object, knownNames(), misfits, fields);
        FieldValue description = values.get(ArticleField.DESCRIPTION);
        if (refusal == null && description != null) {
            flags.add(Flag.SUMMARY_ONLY);
            putText(description);
        } else if (refusal == null && !values.containsKey(ArticleField.HEADLINE)) {
            refusal = MissingText.nothing(object);
        }
        return result(refusal != null ? refusal : unreadableHeadline().orElse(null));
    }

    private ExportedArticle merged(ExportedArticle inner, String path) {
        Map<ArticleField, FieldValue> all = new EnumMap<>(ArticleField.class);
        all.putAll(values);
        all.putAll(inner.values());
        flags.addAll(inner.flags());
        List<String> unread = new ArrayList<>(unread());
        unread.remove(path);
        String prefix = path.equals("_source") ? "" : path + "."; // a search engine's documents are all in it
        inner.unread().forEach(name -> unread.add(prefix + name));
        String refusal = inner.refusal();
        if (refusal == null && !all.containsKey(ArticleField.HEADLINE)) {
            refusal = unreadableHeadline().orElse(null);
        }
        return new ExportedArticle(inner.format(), all, flags, refusal, unread);
    }

    private ExportedArticle result(@Nullable String refusal) {
        misfits.removeIf(path -> values.values().stream().anyMatch(v -> v.path().equals(path)));
        if (refusal == null && hasUnreadableField()) {
            flags.add(Flag.FIELD_UNREADABLE);
        }
        return new ExportedArticle(exporter.name(), values, flags, refusal, unread());
    }

    /** Of a field that has no other value; numbers of people and of categories are no loss. */
    private boolean hasUnreadableField() {
        for (ArticleField field : List.of(ArticleField.AUTHOR, ArticleField.PUBLISHED, ArticleField.PUBLISHER)) {
            boolean misfit = mappings.stream()
                    .flatMap(mapping -> mapping.aliases(field).stream())
                    .filter(misfits::contains)
                    .anyMatch(path -> !FieldPath.of(path).in(fields).isNumber());
            if (misfit && !values.containsKey(field)) {
                return true;
            }
        }
        return false;
    }

    /** The names, as names are compared, of all fields of the object that some mapping knows. */
    private Set<String> knownNames() {
        Set<String> known = new HashSet<>();
        for (FieldMapping mapping : mappings) {
            mapping.ignored().forEach(name -> known.add(ObjectFields.plain(name)));
            mapping.keyNames().forEach(name -> known.add(ObjectFields.plain(name)));
            mapping.paths()
                    .values()
                    .forEach(paths -> paths.forEach(path -> {
                        known.add(ObjectFields.plain(path.text()));
                        if (values.values().stream().anyMatch(v -> v.path().equals(path.text()))) {
                            known.add(ObjectFields.plain(path.steps().get(0)));
                        }
                    }));
        }
        return known;
    }

    private List<String> unread() {
        Set<String> known = knownNames();
        Set<String> unread = new LinkedHashSet<>();
        fields.object().properties().forEach(field -> {
            if (!known.contains(ObjectFields.plain(field.getKey())) && !ValueReader.isNothing(field.getValue())) {
                unread.add(field.getKey());
            }
        });
        return List.copyOf(unread);
    }
}
