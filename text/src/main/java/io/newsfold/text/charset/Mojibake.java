package io.newsfold.text.charset;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Flag;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/** UTF-8 that somebody took for windows-1252 and encoded once more. */
final class Mojibake {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String LEADS = "ÃÂâÅÄÐÑ";
    private static final String TRAILS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    private Mojibake() {}

    /** Whether a byte is there that in UTF-8 begins each of the letters that mojibake begins with: cheap to see. */
    static boolean isPossible(byte[] utf8) {
        for (byte b : utf8) {
            if (b == (byte) 0xC3) {
                return true;
            }
        }
        return false;
    }

    /** Line by line, where it can be undone without a loss. */
    static FlaggedText repair(FlaggedText text) {
        if (!isIn(text.text())) {
            return text;
        }
        String[] lines = text.text().split("\n", -1);
        boolean repaired = false;
        for (int i = 0; i < lines.length; i++) {
            if (isIn(lines[i])) {
                Optional<String> better = undo(lines[i]);
                repaired |= better.isPresent();
                lines[i] = better.orElse(lines[i]);
            }
        }
        FlaggedText whole = new FlaggedText(String.join("\n", lines), text.flags());
        return repaired ? whole.flagged(Flag.MOJIBAKE) : whole;
    }

    /** What UTF-8 read as windows-1252 looks like: a lead byte's letter and then a trail byte's. */
    private static boolean isIn(String text) {
        for (int i = 0; i < LEADS.length(); i++) { // seven searches by the processor's own are faster than one loop
            if (isBeforeTrail(LEADS.charAt(i), text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBeforeTrail(char lead, String text) {
        for (int at = text.indexOf(lead); at >= 0 && at + 1 < text.length(); at = text.indexOf(lead, at + 1)) {
            char next = text.charAt(at + 1);
            if (next >= 0x80 && next <= 0xBF || TRAILS.indexOf(next) >= 0) {
                return true;
            }
        }
        return false;
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
        return strictUtf8(bytes);
    }

    /** The text of bytes that are UTF-8; empty where one of them is not. */
    static Optional<String> strictUtf8(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        if (text.indexOf('\uFFFD') < 0) {
            return Optional.of(text); // nothing was replaced
        }
        try {
            return Optional.of(UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
