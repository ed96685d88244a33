package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words in quotation marks with their speaker, whom a verb of saying beside a name shows.
 *
 * @param start index of the opening mark
 * @param end index after the closing mark
 */
record Quotation(EntityMention speaker, int start, int end) {
    private static final Pattern QUOTED = Pattern.compile("“[^”\\n]{2,2000}”|\"[^\"\\n]{2,2000}\"");
    private static final Pattern BEFORE_NAME = Pattern.compile("[\\s,]*(?<verb>\\p{Ll}+)(?:\\s[\\p{L}. ]{0,40})?\\s");
    private static final Pattern AFTER_NAME = Pattern.compile(",?\\s(?:\\p{Ll}+ly\\s)?(?<verb>\\p{Ll}+)\\b");
    private static final Pattern BEFORE_QUOTE =
            Pattern.compile(",?\\s(?:\\p{Ll}+ly\\s)?(?<verb>\\p{Ll}+)[^.\\n“\"]{0,40}[,:]?\\s");
    private static final String VERB_GROUP = "verb";

    /** How far from a quotation its speaker is looked for, in chars. */
    private static final int REACH = 60;

    /** The quotations whose speaker is clear; the mentions from left to right. */
    static List<Quotation> find(String text, List<EntityMention> mentions, WordLists words) {
        List<EntityMention> speakers = mentions.stream()
                .filter(m -> m.type() == EntityType.PERSON || m.type() == EntityType.ORGANISATION)
                .toList();
        int[] starts = speakers.stream().mapToInt(EntityMention::start).toArray();
        List<Quotation> quotations = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            int next = firstFrom(quoted.end(), starts);
            int last = firstFrom(quoted.start(), starts) - 1;
            EntityMention speaker = null;
            if (next < starts.length && speaksBefore(text, quoted.end(), speakers.get(next), words)) {
                speaker = speakers.get(next);
            } else if (last >= 0 && speaksAfter(text, quoted.start(), speakers.get(last), words)) {
                speaker = speakers.get(last);
            }
            if (speaker != null) {
                quotations.add(new Quotation(speaker, quoted.start(), quoted.end()));
            }
        }
        return quotations;
    }

    /** The index of the first start at or behind a place in the text. */
    private static int firstFrom(int place, int[] starts) {
        int found = Arrays.binarySearch(starts, place);
        return found < 0 ? -found - 1 : found;
    }

    /** Whether the name after a quotation is its speaker: "…," said Edwin Marsh; "…," Edwin Marsh said. */
    private static boolean speaksBefore(String text, int quoteEnd, EntityMention name, WordLists words) {
        if (name.start() - quoteEnd > REACH) {
            return false;
        }
        String between = text.substring(quoteEnd, name.start());
        Matcher following = AFTER_NAME.matcher(text).region(name.end(), text.length());
        return isSaying(BEFORE_NAME.matcher(between), words)
                || between.isBlank() && following.lookingAt() && words.has(WordLists.SAY, following.group(VERB_GROUP));
    }

    /** Whether the name before a quotation is its speaker: Edwin Marsh said: "…". */
    private static boolean speaksAfter(String text, int quoteStart, EntityMention name, WordLists words) {
        boolean isNear = name.end() <= quoteStart && quoteStart - name.end() <= REACH;
        return isNear && isSaying(BEFORE_QUOTE.matcher(text.substring(name.end(), quoteStart)), words);
    }

    private static boolean isSaying(Matcher matcher, WordLists words) {
        return matcher.matches() && words.has(WordLists.SAY, matcher.group(VERB_GROUP));
    }
}
