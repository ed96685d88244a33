package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page in a file that a browser saved as MHTML (RFC 2557): of a MIME message, the first part of HTML.
 *
 * @param html unpacked, in the charset that {@code contentType} names
 * @param contentType of the page, as the file gives it
 * @param address where the page was saved from; null where the file does not say
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as delivered; compared by nobody
record MhtmlPage(byte[] html, String contentType, @Nullable String address) {
    private static final Pattern HEADERS_END = Pattern.compile("\\r?\\n\\r?\\n");
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]+");
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;]{1,200}))", Pattern.CASE_INSENSITIVE);
    private static final String LOCATION = "content-location";

    /** Whether the name of a file is that of MHTML. */
    static boolean is(String plainName) {
        return plainName.endsWith(".mhtml") || plainName.endsWith(".mht");
    }

    /** Empty where the file holds no page of HTML. */
    static Optional<MhtmlPage> in(byte[] file) {
        String text = new String(file, ISO_8859_1);
        MimePart message = MimePart.of(text);
        Optional<MimePart> page = part(message, 0);
        return page.map(part -> new MhtmlPage(
                part.content(),
                part.headers().getOrDefault("content-type", ContentType.HTML),
                message.headers()
                        .getOrDefault(
                                "snapshot-content-location", part.headers().get(LOCATION))));
    }

    /** The first part of HTML, in at most two multiparts that lie in each other. */
    private static Optional<MimePart> part(MimePart message, int depth) {
        String type = message.headers().getOrDefault("content-type", "").strip();
        if (type.regionMatches(true, 0, ContentType.HTML, 0, ContentType.HTML.length())) {
            return Optional.of(message);
        }
        Matcher boundary = BOUNDARY.matcher(type);
        if (depth > 1 || !type.toLowerCase(Locale.ROOT).startsWith("multipart/") || !boundary.find()) {
            return Optional.empty();
        }
        String mark = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        String text = "\n" + message.body();
        int start = text.indexOf("\n" + mark);
        while (start >= 0) {
            int line = text.indexOf('\n', start + 1);
            int end = line < 0 ? -1 : text.indexOf("\n" + mark, line);
            if (line < 0) {
                return Optional.empty();
            }
            Optional<MimePart> found =
                    part(MimePart.of(text.substring(line + 1, end < 0 ? text.length() : end)), depth + 1);
            if (found.isPresent()) {
                return found;
            }
            start = end;
        }
        return Optional.empty();
    }

    /**
     * A message, or a part of one.
     *
     * @param headers by name in lower case
     * @param body a byte for each character
     */
    private record MimePart(TreeMap<String, String> headers, String body) {
        static MimePart of(String text) {
            Matcher end = HEADERS_END.matcher(text);
            boolean split = end.find();
            String head = split ? text.substring(0, end.start()) : text;
            TreeMap<String, String> headers = new TreeMap<>();
            for (String line : FOLD.matcher(head).replaceAll(" ").split("\\r?\\n")) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                    headers.putIfAbsent(name, line.substring(colon + 1).strip());
                }
            }
            return new MimePart(headers, split ? text.substring(end.end()) : "");
        }

        byte[] content() {
            String encoding =
                    headers.getOrDefault("content-transfer-encoding", "").toLowerCase(Locale.ROOT);
            return switch (encoding) {
                case "quoted-printable" -> unquoted();
                case "base64" -> base64();
                default -> body.getBytes(ISO_8859_1);
            };
        }

        private byte[] base64() {
            String digits = body.replaceAll("[^A-Za-z0-9+/]", "");
            // a last digit alone is the rest of a file that was cut off
            return Base64.getDecoder()
                    .decode(digits.substring(0, digits.length() - (digits.length() % 4 == 1 ? 1 : 0)));
        }

        private byte[] unquoted() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length());
            for (int i = 0; i < body.length(); i++) {
                if (body.charAt(i) != '=') {
                    bytes.write(body.charAt(i));
                    continue;
                }
                int high = i + 2 < body.length() ? Character.digit(body.charAt(i + 1), 16) : -1;
                int low = high < 0 ? -1 : Character.digit(body.charAt(i + 2), 16);
                if (low >= 0) {
                    bytes.write(high * 16 + low);
                    i += 2;
                } else if (body.startsWith("\r\n", i + 1)) {
                    i += 2;
                } else if (body.startsWith("\n", i + 1)) {
                    i++;
                } else {
                    bytes.write('=');
                }
            }
            return bytes.toByteArray();
        }
    }
}
