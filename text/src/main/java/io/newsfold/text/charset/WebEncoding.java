package io.newsfold.text.charset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A charset by the meaning that its label has on the web, which is often a larger charset than the one of that name.
 *
 * @param charset Java's charset
 * @param upperHalf the characters of the bytes from 0xA0 on, of charsets that Java lacks; else empty
 */
record WebEncoding(Charset charset, String upperHalf) {
    static final WebEncoding WINDOWS_1252 = new WebEncoding(Charset.forName("windows-1252"), "");

    private static final Map<String, WebEncoding> BY_LABEL = load();

    private static final Pattern JAVA_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_:.+-]{0,39}");

    /** Tags can be hidden in it from whoever looks at the bytes. */
    private static final String NEVER_DECODED = "utf-7";

    private static final int FIRST_OF_UPPER_HALF = 0xA0;
    private static final int FIRST_CONTROL = 0x80;

    /** The charset with this label, in any case, by the Encoding Standard, else one that Java has by this name. */
    static Optional<WebEncoding> of(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        WebEncoding known = BY_LABEL.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            return isRefused(name) || !JAVA_NAME.matcher(name).matches()
                    ? Optional.empty()
                    : Optional.of(new WebEncoding(Charset.forName(name), ""));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** Whether a label names a charset that is refused on purpose. */
    static boolean isRefused(String label) {
        return label.equalsIgnoreCase(NEVER_DECODED);
    }

    boolean isUtf8() {
        return charset.equals(UTF_8);
    }

    boolean isUtf16() {
        return charset.name().startsWith("UTF-16");
    }

    boolean isUtf32() {
        return charset.name().startsWith("UTF-32");
    }

    /** Whether all its bytes are ASCII, so that it can be mistaken for UTF-8. */
    boolean usesEscapes() {
        return charset.name().startsWith("ISO-2022");
    }

    /** The characters, with U+FFFD for each byte that means nothing. */
    String decode(byte[] bytes) {
        String text = new String(bytes, charset);
        boolean hasControls = charset.name().startsWith("ISO-8859");
        if (!hasControls) {
            return text;
        }
        StringBuilder mapped = new StringBuilder(text);
        for (int i = 0; i < mapped.length(); i++) {
            char c = mapped.charAt(i);
            if (c >= FIRST_CONTROL) {
                mapped.setCharAt(i, mapped(c));
            }
        }
        return mapped.toString();
    }

    /** No text has these control characters: who wrote them meant the quotes and dashes of Windows. */
    private char mapped(char c) {
        if (c < FIRST_OF_UPPER_HALF) {
            String windows = new String(new byte[] {(byte) c}, WINDOWS_1252.charset);
            return windows.charAt(0);
        }
        boolean has = c < FIRST_OF_UPPER_HALF + upperHalf.length();
        return has ? upperHalf.charAt(c - FIRST_OF_UPPER_HALF) : c;
    }

    private static Map<String, WebEncoding> load() {
        Map<String, WebEncoding> encodings = new HashMap<>();
        InputStream file = Objects.requireNonNull(WebEncoding.class.getResourceAsStream("encodings.tsv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] fields = line.split("\t", 3);
                    WebEncoding encoding =
                            new WebEncoding(Charset.forName(fields[0]), fields.length > 2 ? fields[2] : "");
                    for (String label : fields[1].split(" ", -1)) {
                        encodings.put(label, encoding);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("encodings.tsv", e);
        }
        return Map.copyOf(encodings);
    }
}
