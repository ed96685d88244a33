package io.newsfold.text.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import io.newsfold.contract.Flag;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to characters: byte order marks first, then UTF-8 wherever it is valid, then what header or page say, then a
 * guess.
 */
public final class ByteDecoder {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** What these labels mean on the web. */
    private static final Set<String> WINDOWS_1252_LABELS = Set.of("iso-8859-1", "latin1", "us-ascii", "ascii");

    /** Tags can be hidden in it from whoever looks at the bytes. */
    private static final String NEVER_DECODED = "utf-7";

    /** The longer mark stands before the one that it begins with. */
    private static final List<OrderMark> ORDER_MARKS = List.of(
            new OrderMark(UTF_8, 0xEF, 0xBB, 0xBF),
            new OrderMark(Charset.forName("UTF-32LE"), 0xFF, 0xFE, 0, 0),
            new OrderMark(Charset.forName("UTF-32BE"), 0, 0, 0xFE, 0xFF),
            new OrderMark(UTF_16BE, 0xFE, 0xFF),
            new OrderMark(UTF_16LE, 0xFF, 0xFE));

    private static final Pattern DECLARED = Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9_:.-]{1,40})");
    private static final String LEADS = "ÃÂâÅÄÐÑ";
    private static final String TRAILS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    /** The bytes at the start of a text that name its charset. */
    @SuppressWarnings("ArrayRecordComponent") // read where they lie, never compared
    private record OrderMark(Charset charset, int... bytes) {}

    private ByteDecoder() {}

    /** @param contentType of the header, with its charset if it has one */
    public static FlaggedText decode(byte[] bytes, @Nullable String contentType) {
        Optional<String> label = label(bytes, contentType).filter(l -> !l.equals(NEVER_DECODED));
        Optional<Charset> declared = label.flatMap(ByteDecoder::charset);
        FlaggedText text = decode(bytes, declared);
        return label.isPresent() && declared.isEmpty() ? text.flagged(Flag.CHARSET_UNKNOWN) : text;
    }

    private static FlaggedText decode(byte[] bytes, Optional<Charset> declared) {
        Optional<String> utf8 = hasOrderMark(bytes) ? Optional.empty() : strictly(bytes, UTF_8);
        if (utf8.isEmpty() || looksLikeUtf16(bytes) || usesEscapes(declared)) {
            return repairMojibake(read(bytes, declared));
        }
        boolean mismatch = declared.isPresent() && !declared.get().equals(UTF_8) && !isAscii(bytes);
        FlaggedText text = new FlaggedText(utf8.get(), mismatch ? Set.of(Flag.CHARSET_MISMATCH) : Set.of());
        return mayHaveMojibake(bytes) ? repairMojibake(text) : text;
    }

    private static boolean hasOrderMark(byte[] bytes) {
        return ORDER_MARKS.stream().anyMatch(mark -> starts(bytes, mark.bytes()));
    }

    private static FlaggedText read(byte[] bytes, Optional<Charset> declared) {
        for (OrderMark mark : ORDER_MARKS) {
            if (starts(bytes, mark.bytes())) {
                int length = mark.bytes().length;
                return FlaggedText.of(new String(bytes, length, bytes.length - length, mark.charset()));
            }
        }
        if (declared.isPresent() && !declared.get().equals(UTF_8)) {
            return FlaggedText.of(new String(bytes, declared.get()));
        }
        return guess(bytes).flagged(Flag.CHARSET_GUESSED);
    }

    /** The charset's name by the header, else by the page in its first 2 KiB. */
    private static Optional<String> label(byte[] bytes, @Nullable String contentType) {
        String head = new String(bytes, 0, Math.min(bytes.length, 2_048), ISO_8859_1);
        return Stream.of(contentType == null ? "" : contentType, head)
                .map(declaration -> DECLARED.matcher(declaration.toLowerCase(Locale.ROOT)))
                .filter(Matcher::find)
                .map(label -> label.group(1))
                .findFirst();
    }

    private static Optional<Charset> charset(String label) {
        if (WINDOWS_1252_LABELS.contains(label)) {
            return Optional.of(WINDOWS_1252);
        }
        try {
            return Optional.of(Charset.forName(label));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static FlaggedText guess(byte[] bytes) {
        if (looksLikeUtf16(bytes)) {
            return FlaggedText.of(new String(bytes, bytes[0] == 0 ? UTF_16BE : UTF_16LE));
        }
        Optional<String> almost = mostlyUtf8(bytes);
        if (almost.isPresent()) {
            return FlaggedText.of(almost.get()).flagged(Flag.INVALID_UTF8);
        }
        CharsetMatch match = new CharsetDetector().setText(bytes).detect();
        boolean sure = match != null && match.getConfidence() >= 50 && Charset.isSupported(match.getName());
        Charset charset =
                sure && !match.getName().startsWith("ISO-8859-1") ? Charset.forName(match.getName()) : WINDOWS_1252;
        return FlaggedText.of(new String(bytes, charset));
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
    private static FlaggedText repairMojibake(FlaggedText text) {
        if (!hasMojibake(text.text())) {
            return text;
        }
        String[] lines = text.text().split("\n", -1);
        boolean repaired = false;
        for (int i = 0; i < lines.length; i++) {
            if (hasMojibake(lines[i])) {
                Optional<String> better = undo(lines[i]);
                repaired |= better.isPresent();
                lines[i] = better.orElse(lines[i]);
            }
        }
        FlaggedText whole = new FlaggedText(String.join("\n", lines), text.flags());
        return repaired ? whole.flagged(Flag.MOJIBAKE) : whole;
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
