package io.newsfold.desk.web;

/** Text for XML. */
final class XmlText {
    private XmlText() {}

    /** The text without the characters that JSON allows and XML forbids, even escaped. */
    static String allowed(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::isAllowed).forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static boolean isAllowed(int c) {
        if (c < 0x20) {
            return c == '\n' || c == '\t';
        }
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !surrogate && c != 0xFFFE && c != 0xFFFF;
    }
}
