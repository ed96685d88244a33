package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One place in a text that names an entity or gives a value.
 *
 * @param name the words there with one space between, or the name of the person whose office is there
 * @param start index of the first char
 * @param end index after the last char
 */
record EntityMention(EntityType type, String name, int start, int end) {
    private static final Pattern GAP = Pattern.compile("\\s+");

    /** The mention that some tokens of a text make, at least one. */
    static EntityMention of(EntityType type, List<Token> tokens, String text) {
        int start = tokens.get(0).start();
        int end = tokens.get(tokens.size() - 1).end();
        String name = text.substring(start, end);
        return new EntityMention(type, hasOddGap(name) ? GAP.matcher(name).replaceAll(" ") : name, start, end);
    }

    /** Whether there may be a gap that is not a single space; the names of nearly all texts have none. */
    private static boolean hasOddGap(String name) {
        boolean afterSpace = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c == ' ' && afterSpace) {
                return true;
            }
            afterSpace = c == ' ';
        }
        return false;
    }

    boolean isFullName() {
        return type == EntityType.PERSON && name.indexOf(' ') > 0;
    }

    boolean overlaps(EntityMention other) {
        return start < other.end && other.start < end;
    }

    /** Whether it overlaps the other, and the other begins before it or ends after it. */
    boolean isExceededBy(EntityMention other) {
        return overlaps(other) && (other.start < start || end < other.end);
    }

    EntityMention as(EntityType other) {
        return new EntityMention(other, name, start, end);
    }
}
