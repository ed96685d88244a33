package io.newsfold.cli.print;

/** Makes text from outside safe for a terminal. */
public final class TerminalText {
    private TerminalText() {}

    /** One line without control and format characters: nothing in it moves the cursor or changes colours. */
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean harmless = !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
            line.appendCodePoint(harmless ? c : ' ');
        });
        return line.toString();
    }
}
