package io.newsfold.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of an article, on {@link Topic#RAW}.
 *
 * @param key canonical URL, or {@code sha256:…} of the body without one
 * @param body the bytes as delivered, untouched; null withdraws the article
 * @param about metadata from the record's headers
 * @param at coordinates of the record
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as delivered; compared by nobody
public record RawArticle(String key, byte @Nullable [] body, About about, Coordinates at) {

    /** Whether the key can be an address. */
    public boolean hasKey() {
        return !key.isBlank() && key.length() <= Limits.KEY_CHARS;
    }

    /** The article's id. */
    public String id() {
        return ArticleId.of(key);
    }

    /** The article's address, as people can follow it; null if there is none. */
    public @Nullable String url() {
        if (about.address() != null) {
            return about.address();
        }
        return key.startsWith("sha256:") ? null : key;
    }

    /**
     * Metadata of a delivery, in the headers of its record: CloudEvents 1.0 in binary mode, and our own.
     *
     * @param fetched fetch time ({@code ce_time})
     * @param origin origin of the bytes: a file, a line of a file, an address ({@code ce_source})
     * @param contentType media type, or null if unknown ({@code content-type})
     * @param published publication date of the source, unparsed ({@code newsfold_published})
     * @param publisher organisation behind the site ({@code newsfold_publisher})
     * @param headline headline of the source ({@code newsfold_headline})
     * @param author author of the source ({@code newsfold_author})
     * @param feed name of the feed ({@code newsfold_feed})
     * @param sourceId id in the input ({@code newsfold_source_id})
     * @param flags findings and repairs at ingestion, codes as in the flags of an article, sorted
     *     ({@code newsfold_flags}, separated by commas)
     * @param address address that leads to the article ({@code newsfold_address}), http or https; null where the key
     *     is that address, or where there is none
     * @param language language that the source declares, by code or name; kept as BCP 47, null where it is none
     *     ({@code newsfold_language})
     */
    public record About(
            Instant fetched,
            String origin,
            @Nullable String contentType,
            @Nullable String published,
            @Nullable String publisher,
            @Nullable String headline,
            @Nullable String author,
            @Nullable String feed,
            @Nullable String sourceId,
            List<String> flags,
            @Nullable String address,
            @Nullable String language) {

        private static final int LANGUAGE_CHARS = 60;
        private static final String CE_TYPE = "io.newsfold.article.delivered";
        private static final Pattern FLAG = Pattern.compile("[a-z][a-z_]{0,40}");

        private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\\p{Cntrl}\"<>]{1,1990}");

        /** Keeps valid flags, at most 20, a valid address and a language that there is. */
        public About {
            address = address != null && ADDRESS.matcher(address).matches() ? address : null;
            language = Optional.ofNullable(language)
                    .filter(named -> named.length() <= LANGUAGE_CHARS)
                    .flatMap(LanguageCode::named)
                    .filter(code -> !code.equals(LanguageCode.UNKNOWN))
                    .orElse(null);
            flags = flags.stream()
                    .filter(FLAG.asMatchPredicate())
                    .distinct()
                    .sorted()
                    .limit(20)
                    .toList();
        }

        /** Without flags, address and language. */
        public About(
                Instant fetched,
                String origin,
                @Nullable String contentType,
                @Nullable String published,
                @Nullable String publisher,
                @Nullable String headline,
                @Nullable String author,
                @Nullable String feed,
                @Nullable String sourceId) {
            this(fetched, origin, contentType, published, publisher, headline, author, feed, sourceId, List.of());
        }

        /** Without address and language. */
        public About(
                Instant fetched,
                String origin,
                @Nullable String contentType,
                @Nullable String published,
                @Nullable String publisher,
                @Nullable String headline,
                @Nullable String author,
                @Nullable String feed,
                @Nullable String sourceId,
                List<String> flags) {
            this(
                    fetched,
                    origin,
                    contentType,
                    published,
                    publisher,
                    headline,
                    author,
                    feed,
                    sourceId,
                    flags,
                    null,
                    null);
        }

        /** Metadata of bytes without any other information. */
        public static About of(Instant fetched, String origin, @Nullable String contentType) {
            return new About(fetched, origin, contentType, null, null, null, null, null, null);
        }

        /** These metadata with one more flag. */
        public About flagged(String flag) {
            return with(Stream.concat(flags.stream(), Stream.of(flag)).toList(), address, language);
        }

        /** These metadata with the address that leads to the article. */
        public About at(String link) {
            return with(flags, link, language);
        }

        /** These metadata with the language that the source declares; null for none. */
        public About inLanguage(@Nullable String declared) {
            return with(flags, address, declared);
        }

        private About with(List<String> newFlags, @Nullable String newAddress, @Nullable String newLanguage) {
            return new About(
                    fetched,
                    origin,
                    contentType,
                    published,
                    publisher,
                    headline,
                    author,
                    feed,
                    sourceId,
                    newFlags,
                    newAddress,
                    newLanguage);
        }

        /**
         * Reads the headers of a raw record.
         *
         * @param timestamp fetch time of a record without headers, as of a stock producer; milliseconds since the epoch
         */
        public static About from(Headers headers, long timestamp) {
            return new About(
                    instant(text(headers, "ce_time"), timestamp),
                    orElse(text(headers, "ce_source"), "unknown"),
                    text(headers, "content-type"),
                    text(headers, "newsfold_published"),
                    text(headers, "newsfold_publisher"),
                    text(headers, "newsfold_headline"),
                    text(headers, "newsfold_author"),
                    text(headers, "newsfold_feed"),
                    text(headers, "newsfold_source_id"),
                    List.of(orElse(text(headers, "newsfold_flags"), "").split(",")),
                    text(headers, "newsfold_address"),
                    text(headers, "newsfold_language"));
        }

        /** Writes the headers of a raw record with {@code eventId} as its CloudEvents id. */
        public void writeTo(Headers headers, String eventId) {
            put(headers, "ce_specversion", "1.0");
            put(headers, "ce_id", eventId);
            put(headers, "ce_type", CE_TYPE);
            put(headers, "ce_source", origin);
            put(headers, "ce_time", fetched.toString());
            put(headers, "content-type", contentType);
            put(headers, "newsfold_published", published);
            put(headers, "newsfold_publisher", publisher);
            put(headers, "newsfold_headline", headline);
            put(headers, "newsfold_author", author);
            put(headers, "newsfold_feed", feed);
            put(headers, "newsfold_source_id", sourceId);
            put(headers, "newsfold_flags", flags.isEmpty() ? null : String.join(",", flags));
            put(headers, "newsfold_address", address);
            put(headers, "newsfold_language", language);
        }

        private static Instant instant(@Nullable String text, long timestamp) {
            try {
                return text == null ? Instant.ofEpochMilli(timestamp) : Instant.parse(text);
            } catch (java.time.format.DateTimeParseException e) {
                return Instant.ofEpochMilli(timestamp); // the broker's word is as good as any
            }
        }

        private static @Nullable String text(Headers headers, String name) {
            var header = headers.lastHeader(name);
            if (header == null || header.value() == null) {
                return null;
            }
            String text = new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
            return text.codePointCount(0, text.length()) <= Limits.HEADER_CHARS
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, Limits.HEADER_CHARS));
        }

        private static void put(Headers headers, String name, @Nullable String value) {
            if (value != null) {
                headers.add(name, value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }

        private static String orElse(@Nullable String value, String other) {
            return value == null ? other : value;
        }
    }
}
