package io.newsfold.enrich.clean.input;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Ends elements whose content the parser does not take for mark-up. Where the end tag of one is missing, it would
 * swallow the page to its end. Linear in the length of the page. Not thread-safe.
 */
final class UnclosedElements {
    private static final Set<String> RAW_TEXT =
            Set.of("title", "textarea", "script", "style", "iframe", "noframes", "noembed", "xmp");
    private static final int LONGEST_NAME = 8;
    /** What no title has in it: a tag of the page's frame. */
    private static final Set<String> BEYOND_TITLE = Set.of(
            "head", "body", "html", "meta", "link", "script", "style", "base", "title", "div", "p", "header", "main",
            "article", "nav", "section");

    private static final String COMMENT = "!--";

    private final String html;
    private final StringBuilder repaired = new StringBuilder();
    /** By name: where the next end tag begins, as far as looked; the length of the page where there is none. */
    private final Map<String, Integer> nextEnds = new HashMap<>();

    private int nextCommentEnd = -1;
    private int copied;

    private UnclosedElements(String html) {
        this.html = html;
    }

    /** The same page where nothing is unclosed. */
    static String close(String html) {
        UnclosedElements elements = new UnclosedElements(html);
        int i = html.indexOf('<');
        while (i >= 0) {
            i = html.indexOf('<', elements.readTag(i + 1));
        }
        return elements.copied == 0
                ? html
                : elements.repaired.append(html, elements.copied, html.length()).toString();
    }

    /** Reads what begins behind {@code <}; returns from where to go on. */
    private int readTag(int start) {
        if (html.startsWith(COMMENT, start)) {
            return readComment(start + COMMENT.length());
        }
        String name = name(start);
        if (!RAW_TEXT.contains(name)) {
            return start;
        }
        int content = html.indexOf('>', start) + 1;
        if (content == 0) {
            return html.length();
        }
        int end = end(name, content);
        if (name.equals("title")) {
            int beyond = tagBeyondTitle(content, end);
            return beyond < 0 ? end : insertEnd(name, beyond);
        }
        return end < html.length() ? end : insertEnd(name, endOfContent(name, content));
    }

    /** A comment that never ends has ended with its first angle bracket for browsers of old. */
    private int readComment(int start) {
        if (html.startsWith(">", start) || html.startsWith("->", start)) {
            return start;
        }
        if (start > nextCommentEnd) {
            int plain = html.indexOf("-->", start);
            nextCommentEnd = plain < 0 ? html.indexOf("--!>", start) : plain;
            nextCommentEnd = nextCommentEnd < 0 ? html.length() : nextCommentEnd;
        }
        int close = nextCommentEnd < html.length() ? -1 : html.indexOf('>', start);
        if (close < 0) {
            return nextCommentEnd;
        }
        insert("--", close);
        return close;
    }

    private String name(int start) {
        int end = start;
        while (end < html.length() && end - start <= LONGEST_NAME && Character.isLetter(html.charAt(end))) {
            end++;
        }
        boolean isName = end > start && end - start <= LONGEST_NAME;
        return isName ? html.substring(start, end).toLowerCase(Locale.ROOT) : "";
    }

    /** Where the next end tag of that name begins; the length of the page where there is none. */
    private int end(String name, int from) {
        int known = nextEnds.getOrDefault(name, -1);
        if (known >= from) {
            return known;
        }
        int i = html.indexOf("</", from);
        while (i >= 0 && !html.regionMatches(true, i + 2, name, 0, name.length())) {
            i = html.indexOf("</", i + 2);
        }
        int end = i < 0 ? html.length() : i;
        nextEnds.put(name, end);
        return end;
    }

    /** Where the first tag begins in what should be a title, if some tag is none that titles have; -1 otherwise. */
    private int tagBeyondTitle(int from, int to) {
        int first = -1;
        for (int i = html.indexOf('<', from); i >= 0 && i < to; i = html.indexOf('<', i + 1)) {
            boolean isEnd = html.startsWith("/", i + 1);
            first = first < 0 && (isEnd || !name(i + 1).isEmpty()) ? i : first;
            if (isTagOfFrame(i + (isEnd ? 2 : 1))) {
                return first;
            }
        }
        return to < html.length() ? -1 : first;
    }

    private boolean isTagOfFrame(int start) {
        String name = name(start);
        boolean isHeading = html.startsWith("h1", start) || html.startsWith("H1", start);
        return BEYOND_TITLE.contains(name) || isHeading;
    }

    /** A form field without an end has nothing in it; a script ends where a line begins with a tag. */
    private int endOfContent(String name, int content) {
        if (name.equals("script") || name.equals("style")) {
            int line = html.indexOf("\n<", content);
            return line < 0 ? html.length() : line;
        }
        return content;
    }

    private int insertEnd(String name, int at) {
        insert("</" + name + ">", at);
        return at;
    }

    private void insert(String missing, int at) {
        repaired.append(html, copied, at).append(missing);
        copied = at;
    }
}
