package io.newsfold.desk.command;

/** Text from outside on its way to a terminal. */
final class Printable {
    private Printable() {}

    /** One line in which nothing moves the cursor or changes colours. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean harmless = !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
            line.appendCodePoint(harmless ? c : ' ');
        });
        return line.toString();
    }
}
