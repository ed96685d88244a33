package io.newsfold.text.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about its charset: {@code meta} as the HTML standard reads it before it parses, and the
 * declaration of XML, also where something stands before it.
 *
 * @param encoding the charset, or null where none is declared that exists
 * @param isUnknown whether a charset is declared, and none of those declared exists
 */
record CharsetDeclaration(@Nullable WebEncoding encoding, boolean isUnknown) {
    /** Declarations stand far in front of this, even behind long comments and scripts. */
    private static final int MAX_BYTES = 1 << 20;

    /** Elements whose content is text for the parser, whatever tags it seems to hold. */
    private static final Set<String> RAW_TEXT =
            Set.of("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes");

    private static final Pattern XML =
            Pattern.compile("<\\?xml\\s[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}([\"'])([^\"'>]{1,60})\\1");

    private static final Pattern HEADER = Pattern.compile("charset\\s{0,9}=\\s{0,9}[\"']?([^\\s;\"',]{1,60})");

    /** The charset in a Content-Type. */
    static CharsetDeclaration inHeader(@Nullable String contentType) {
        Matcher matcher = HEADER.matcher(contentType == null ? "" : contentType.toLowerCase(Locale.ROOT));
        return matcher.find() ? ofLabel(matcher.group(1)) : new CharsetDeclaration(null, false);
    }

    /** The charset that the document names itself. */
    static CharsetDeclaration inDocument(byte[] bytes) {
        return new Prescan(lowerCase(bytes, Math.min(bytes.length, MAX_BYTES))).find();
    }

    /** ASCII in lower case, every other byte as it is: no name and no label has any. */
    private static String lowerCase(byte[] bytes, int length) {
        byte[] lower = new byte[length];
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            lower[i] = b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
        }
        return new String(lower, ISO_8859_1);
    }

    private static CharsetDeclaration ofLabel(String label) {
        Optional<WebEncoding> encoding = WebEncoding.of(label);
        return new CharsetDeclaration(encoding.orElse(null), encoding.isEmpty() && !WebEncoding.isRefused(label));
    }

    private static final class Prescan {
        private final String text;
        private final TagAttributes attributes;
        private final Set<String> unclosed = new HashSet<>();
        private @Nullable CharsetDeclaration xml;
        private boolean hasUnknown;

        Prescan(String text) {
            this.text = text;
            this.attributes = new TagAttributes(text);
        }

        CharsetDeclaration find() {
            int at = text.indexOf('<');
            while (at >= 0 && at + 1 < text.length()) {
                char next = text.charAt(at + 1);
                if (next == '!' || next == '?') {
                    at = afterMarkup(at);
                } else if (isLetter(next)) {
                    Optional<CharsetDeclaration> found = read(at + 1);
                    if (found.isPresent()) {
                        return found.get();
                    }
                    at = attributes.position();
                } else {
                    at += 1; // the attributes of a closing tag are too rare to be read
                }
                at = at < 0 ? -1 : text.indexOf('<', at);
            }
            return xml == null ? new CharsetDeclaration(null, hasUnknown) : xml;
        }

        /** Behind a comment, a section of characters, or a declaration; −1 where it does not end. */
        private int afterMarkup(int at) {
            if (text.startsWith("<!--", at)) {
                return end("-->", at + 2); // it may share its dashes
            }
            if (text.startsWith("<![cdata[", at)) {
                return end("]]>", at);
            }
            Matcher matcher = XML.matcher(text).region(at, Math.min(text.length(), at + 300));
            if (xml == null && matcher.lookingAt()) {
                CharsetDeclaration declared = ofLabel(matcher.group(2));
                hasUnknown |= declared.isUnknown();
                xml = declared.encoding() == null ? null : declared;
            }
            return end(">", at);
        }

        private int end(String mark, int from) {
            int end = text.indexOf(mark, from);
            return end < 0 ? -1 : end + mark.length();
        }

        /** Reads a start tag, and what it holds where that is no mark-up. */
        private Optional<CharsetDeclaration> read(int start) {
            int end = start;
            while (end < text.length() && isName(text.charAt(end))) {
                end++;
            }
            String name = text.substring(start, end);
            boolean isMeta = name.equals("meta");
            if (xml != null && !isMeta && !name.equals("html")) {
                // a feed's root comes right behind the declaration, a page's is html and may say more
                boolean isFeed = name.equals("rss") || name.endsWith("feed") || name.endsWith("rdf");
                if (isFeed) {
                    return Optional.of(xml);
                }
            }
            Map<String, String> values = attributes.read(end);
            if (isMeta) {
                return inMeta(values);
            }
            if (RAW_TEXT.contains(name) && unclosed.add(name)) {
                int close = text.indexOf("</" + name, attributes.position());
                if (close >= 0) {
                    unclosed.remove(name);
                    attributes.moveTo(close + 2);
                }
            }
            return Optional.empty();
        }

        private Optional<CharsetDeclaration> inMeta(Map<String, String> values) {
            String label = values.get("charset");
            if (label == null && "content-type".equals(values.get("http-equiv"))) {
                label = labelIn(values.getOrDefault("content", ""));
            }
            if (label == null || label.isBlank()) {
                return Optional.empty();
            }
            CharsetDeclaration declared = ofLabel(label.strip());
            hasUnknown |= declared.isUnknown();
            return declared.encoding() == null ? Optional.empty() : Optional.of(declared.asMeta());
        }

        private static @Nullable String labelIn(String content) {
            int at = content.indexOf("charset");
            while (at >= 0) {
                int equals = skipSpace(content, at + 7);
                if (equals < content.length() && content.charAt(equals) == '=') {
                    return value(content, skipSpace(content, equals + 1));
                }
                at = content.indexOf("charset", at + 7);
            }
            return null;
        }

        /** Up to the other quote, or to white space or a semicolon; null where a quote is not closed. */
        private static @Nullable String value(String content, int start) {
            char quote = start < content.length() ? content.charAt(start) : ' ';
            if (quote == '"' || quote == '\'') {
                int close = content.indexOf(quote, start + 1);
                return close < 0 ? null : content.substring(start + 1, close);
            }
            int end = start;
            while (end < content.length() && content.charAt(end) != ';' && content.charAt(end) > ' ') {
                end++;
            }
            return content.substring(start, end);
        }

        private static int skipSpace(String content, int from) {
            int at = from;
            while (at < content.length() && content.charAt(at) <= ' ') {
                at++;
            }
            return at;
        }

        private static boolean isLetter(char c) {
            return c >= 'a' && c <= 'z';
        }

        private static boolean isName(char c) {
            return c > ' ' && c != '>' && c != '/';
        }
    }

    /** A page that says in ASCII that it is UTF-16 cannot be: the standard takes it for UTF-8. */
    private CharsetDeclaration asMeta() {
        boolean wide = encoding != null && encoding.isUtf16();
        return wide ? ofLabel("utf-8") : this;
    }
}
