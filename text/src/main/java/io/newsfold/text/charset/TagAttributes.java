package io.newsfold.text.charset;

import java.util.HashMap;
import java.util.Map;

/** Reads the attributes of tags as the HTML standard does while it looks for a charset. Not safe for threads. */
final class TagAttributes {
    private final String text;
    private int at;

    /** @param text in lower case */
    TagAttributes(String text) {
        this.text = text;
    }

    /** Behind the last attribute that was read. */
    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    /** The attributes from {@code from} to the end of the tag; of those with one name, the first. */
    Map<String, String> read(int from) {
        at = from;
        Map<String, String> values = new HashMap<>();
        while (true) {
            skip(" \t\n\f\r/");
            if (at >= text.length() || text.charAt(at) == '>') {
                return at >= text.length() ? Map.of() : values; // the text ends inside the tag, so there is none
            }
            String name = name();
            int end = at;
            skip(" \t\n\f\r");
            if (at < text.length() && text.charAt(at) == '=') {
                at++;
                skip(" \t\n\f\r");
                values.putIfAbsent(name, value());
            } else {
                at = Math.max(end, at);
                values.putIfAbsent(name, "");
            }
        }
    }

    private String name() {
        int start = at;
        at++; // the first character belongs to the name, whatever it is
        while (at < text.length() && " \t\n\f\r/>=".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, Math.min(at, text.length()));
    }

    private String value() {
        char quote = at < text.length() ? text.charAt(at) : ' ';
        if (quote == '"' || quote == '\'') {
            int close = text.indexOf(quote, at + 1);
            String value = text.substring(at + 1, close < 0 ? text.length() : close);
            at = close < 0 ? text.length() : close + 1;
            return value;
        }
        int start = at;
        while (at < text.length() && text.charAt(at) > ' ' && text.charAt(at) != '>') {
            at++;
        }
        return text.substring(start, at);
    }

    private void skip(String characters) {
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
