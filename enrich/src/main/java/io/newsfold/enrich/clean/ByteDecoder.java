package io.newsfold.enrich.clean;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bytes to characters: byte order marks first, then UTF-8 wherever it is valid, then what header or page say, then a guess. */
final class ByteDecoder {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Pattern DECLARED = Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9_:.-]{1,40})");
    private static final String LEADS = "ÃÂâÅÄÐÑ";
    private static final String TRAILS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    private ByteDecoder() {}

    /** @param contentType of the header, with its charset if it has one */
    static String decode(byte[] bytes, @Nullable String contentType, Set<String> flags) {
        Optional<Charset> declared = declared(bytes, contentType, flags);
        Optional<String> utf8 = hasOrderMark(bytes) ? Optional.empty() : strictly(bytes, UTF_8);
        if (utf8.isPresent() && !looksLikeUtf16(bytes) && !usesEscapes(declared)) {
            if (declared.isPresent() && !declared.get().equals(UTF_8) && !isAscii(bytes)) {
                flags.add("charset_mismatch");
            }
            return mayHaveMojibake(bytes) ? repairMojibake(utf8.get(), flags) : utf8.get();
        }
        return repairMojibake(read(bytes, declared, flags), flags);
    }

    private static boolean hasOrderMark(byte[] bytes) {
        return starts(bytes, 0xEF, 0xBB, 0xBF)
                || starts(bytes, 0xFE, 0xFF)
                || starts(bytes, 0xFF, 0xFE)
                || starts(bytes, 0, 0, 0xFE, 0xFF);
    }

    private static String read(byte[] bytes, Optional<Charset> declared, Set<String> flags) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
            return new String(bytes, 4, bytes.length - 4, UTF_32LE);
        }
        if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
            return new String(bytes, 4, bytes.length - 4, UTF_32BE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, UTF_16BE);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, UTF_16LE);
        }
        if (declared.isPresent() && !declared.get().equals(UTF_8)) {
            return new String(bytes, declared.get());
        }
        return guess(bytes, flags);
    }

    /** What the header says, else what the page says in its first 2 KiB. */
    private static Optional<Charset> declared(byte[] bytes, @Nullable String contentType, Set<String> flags) {
        String head = new String(bytes, 0, Math.min(bytes.length, 2_048), ISO_8859_1);
        for (String place : new String[] {contentType == null ? "" : contentType, head}) {
            Matcher label = DECLARED.matcher(place.toLowerCase(Locale.ROOT));
            if (label.find()) {
                return charset(label.group(1), flags);
            }
        }
        return Optional.empty();
    }

    private static Optional<Charset> charset(String label, Set<String> flags) {
        if (label.equals("utf-7")) {
            return Optional.empty();
        }
        if (label.equals("iso-8859-1") || label.equals("latin1") || label.equals("us-ascii") || label.equals("ascii")) {
            return Optional.of(WINDOWS_1252); // what the label means on the web
        }
        try {
            return Optional.of(Charset.forName(label));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            flags.add("charset_unknown");
            return Optional.empty();
        }
    }

    private static String guess(byte[] bytes, Set<String> flags) {
        flags.add("charset_guessed");
        if (looksLikeUtf16(bytes)) {
            return new String(bytes, bytes[0] == 0 ? UTF_16BE : UTF_16LE);
        }
        Optional<String> almost = mostlyUtf8(bytes);
        if (almost.isPresent()) {
            flags.add("invalid_utf8");
            return almost.get();
        }
        CharsetMatch match = new CharsetDetector().setText(bytes).detect();
        boolean sure = match != null && match.getConfidence() >= 50 && Charset.isSupported(match.getName());
        Charset charset =
                sure && !match.getName().startsWith("ISO-8859-1") ? Charset.forName(match.getName()) : WINDOWS_1252;
        return new String(bytes, charset);
    }

    /** UTF-8 with some damage, where fewer than one character in a hundred is damaged. */
    private static Optional<String> mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        long bad = text.chars().filter(c -> c == '\uFFFD').count();
        long good = text.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
        return good > bad ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        if (text.indexOf('\uFFFD') < 0) {
            return Optional.of(text); // nothing was replaced
        }
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether a byte is there that in UTF-8 begins each of the letters that mojibake begins with: cheap to see. */
    private static boolean mayHaveMojibake(byte[] utf8) {
        for (byte b : utf8) {
            if (b == (byte) 0xC3) {
                return true;
            }
        }
        return false;
    }

    /** What UTF-8 read as windows-1252 looks like: a lead byte's letter and then a trail byte's. */
    private static boolean hasMojibake(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0xC2 && c <= 0xE2 && LEADS.indexOf(c) >= 0) {
                char next = text.charAt(i + 1);
                if (next >= 0x80 && next <= 0xBF || TRAILS.indexOf(next) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Line by line, where it can be undone without a loss. */
    private static String repairMojibake(String text, Set<String> flags) {
        if (!hasMojibake(text)) {
            return text;
        }
        String[] lines = text.split("\n", -1);
        boolean repaired = false;
        for (int i = 0; i < lines.length; i++) {
            if (hasMojibake(lines[i])) {
                Optional<String> better = undo(lines[i]);
                repaired |= better.isPresent();
                lines[i] = better.orElse(lines[i]);
            }
        }
        if (repaired) {
            flags.add("mojibake");
        }
        return String.join("\n", lines);
    }

    private static Optional<String> undo(String line) {
        byte[] bytes = new byte[line.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = line.charAt(i);
            byte[] one = String.valueOf(c).getBytes(WINDOWS_1252);
            if (c > 0xFF && one[0] == '?') {
                return Optional.empty();
            }
            bytes[i] = c >= 0x80 && c <= 0x9F ? (byte) c : one[0]; // five bytes have no letter in windows-1252
        }
        return strictly(bytes, UTF_8);
    }

    private static boolean usesEscapes(Optional<Charset> declared) {
        return declared.isPresent() && declared.get().name().startsWith("ISO-2022");
    }

    private static boolean looksLikeUtf16(byte[] bytes) {
        int zeros = 0;
        int looked = Math.min(bytes.length, 200);
        for (int i = 0; i < looked; i++) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return looked >= 4 && zeros > looked / 4;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
